// Builds elements; texts become text nodes, never markup.

export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'class') element.className = value;
    else if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

export const $ = id => document.getElementById(id);

const hues = [4, 28, 46, 96, 152, 176, 200, 216, 248, 276, 312, 340];

export function avatar(name, number) {
  const tile = el('div', { class: 'avatar', textContent: name.slice(-1), ariaHidden: 'true' });
  const hue = hues[number % hues.length];
  tile.style.background = `linear-gradient(140deg, hsl(${hue} 52% 62%), hsl(${(hue + 24) % 360} 48% 46%))`;
  return tile;
}

export function accountAvatar() {
  return el('div', { class: 'avatar account-avatar', ariaHidden: 'true' });
}

export function tell(text) {
  const box = $('dialog');
  box.replaceChildren(
    el('p', { textContent: text }),
    el('div', { class: 'buttons' }, el('button', { class: 'green', textContent: '知道了', onclick: () => box.close() })));
  box.showModal();
}

// Asks for texts; resolves with an object of the fields, or null when called off.
export function ask(title, fields, action = '确定') {
  const box = $('dialog');
  return new Promise(resolve => {
    const form = el('form', { method: 'dialog' },
      el('h2', { textContent: title }),
      ...fields.map(field => el('label', {}, field.label, el('input', { name: field.name, ...field.input }))),
      el('div', { class: 'buttons' },
        el('button', { type: 'button', class: 'plain', textContent: '取消', onclick: () => box.close() }),
        el('button', { class: 'green', textContent: action })));
    let given = null;
    form.addEventListener('submit', () => { given = Object.fromEntries(new FormData(form)); });
    box.replaceChildren(form);
    box.onclose = () => { box.onclose = null; resolve(given); };
    box.showModal();
  });
}
