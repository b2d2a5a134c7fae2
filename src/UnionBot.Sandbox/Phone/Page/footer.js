// The bar at the bottom: the account's menu, or the keyboard.

import { get } from './api.js';
import { el } from './dom.js';
import { closeDrawer, openEmoji, openPlus, openTap } from './drawer.js';
import { icons } from './icons.js';
import { recorder } from './voice.js';

const footer = document.querySelector('footer');
let typing = false;
let shownFor = '';

export async function showFooter(person, actions) {
  footer.hidden = !person.follows;
  if (!person.follows) return;

  const { button } = await get(`/sandbox/followers/${person.openid}/menu`);
  const mark = person.openid + JSON.stringify(button ?? null);
  if (mark === shownFor) return;

  if (!shownFor.startsWith(person.openid)) typing = !button;
  shownFor = mark;
  draw(button ?? [], actions);
}

function draw(buttons, actions) {
  closeMenus();
  footer.replaceChildren(...(typing || !buttons.length ? keyboard(buttons, actions) : menuBar(buttons, actions)));
}

function toggle(icon, label, buttons, actions) {
  return el('button', {
    type: 'button', class: 'icon', ariaLabel: label, title: label, innerHTML: icon,
    onclick: () => { typing = !typing; closeDrawer(); draw(buttons, actions); },
  });
}

function menuBar(buttons, actions) {
  return [
    toggle(icons.keyboard, '切换到键盘', buttons, actions),
    ...buttons.map((button, index) => el('div', { class: 'menu-slot' },
      el('button', {
        type: 'button', class: 'menu-button',
        onclick: event => button.sub_button?.length ? openMenu(event.currentTarget.parentElement) : tap(button, `${index}`, actions),
      }, button.sub_button?.length ? el('i', { class: 'bars', ariaHidden: 'true' }) : null, button.name),
      button.sub_button?.length ? el('div', { class: 'sub-menu', hidden: true },
        ...button.sub_button.map((child, place) => el('button', {
          type: 'button', textContent: child.name,
          onclick: () => { closeMenus(); tap(child, `${index}.${place}`, actions); },
        }))) : null)),
  ];
}

function openMenu(slot) {
  const menu = slot.querySelector('.sub-menu');
  const wasOpen = !menu.hidden;
  closeMenus();
  menu.hidden = wasOpen;
}

export function closeMenus() {
  for (const menu of footer.querySelectorAll('.sub-menu')) menu.hidden = true;
}

document.addEventListener('click', event => {
  if (!event.target.closest('.menu-slot')) closeMenus();
});

const needMore = new Set(['scancode_push', 'scancode_waitmsg', 'location_select', 'pic_sysphoto', 'pic_photo_or_album', 'pic_weixin']);

function tap(button, path, actions) {
  if (needMore.has(button.type)) openTap(button, path, actions);
  else actions.act('tap', { path });
}

function keyboard(buttons, actions) {
  const input = el('textarea', { rows: 1, placeholder: '', ariaLabel: '输入消息', enterKeyHint: 'send' });
  const send = el('button', { type: 'button', class: 'send green', textContent: '发送', hidden: true, onclick: sendNow });
  const plus = el('button', { type: 'button', class: 'icon', ariaLabel: '更多', innerHTML: icons.plus, onclick: () => openPlus(actions) });
  const talk = recorder(actions);
  talk.hidden = true;

  function sendNow() {
    const text = input.value;
    if (!text) return;
    input.value = '';
    changed();
    actions.act('say', { text });
  }

  function changed() {
    send.hidden = !input.value;
    plus.hidden = !!input.value;
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 108)}px`;
  }

  input.addEventListener('input', changed);
  input.addEventListener('focus', closeDrawer);
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      sendNow();
    }
  });
  const write = text => {
    input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
    changed();
  };
  return [
    buttons.length ? toggle(icons.menu, '切换到菜单', buttons, actions) : '',
    el('button', {
      type: 'button', class: 'icon', ariaLabel: '语音', innerHTML: icons.voice,
      onclick: () => { talk.hidden = !talk.hidden; input.hidden = !talk.hidden; },
    }),
    input, talk,
    el('button', { type: 'button', class: 'icon', ariaLabel: '表情', innerHTML: icons.smile, onclick: () => openEmoji(write) }),
    plus, send,
  ];
}
