// The bar at the bottom: the account's menu, or the keyboard.

import { get } from './api.js';
import { el } from './dom.js';
import { closeDrawer, openEmoji, openPlus, openTap } from './drawer.js';
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

const keyboardIcon = '<svg viewBox="0 0 24 24"><rect x="2.5" y="6" width="19" height="12" rx="2"/><path d="M6 10h.01M9 10h.01M12 10h.01M15 10h.01M18 10h.01M8 14.5h8"/></svg>';
const menuIcon = '<svg viewBox="0 0 24 24"><path d="M4 7h16M4 12h16M4 17h16"/></svg>';
const voiceIcon = '<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9.5"/><path d="M9 10.5a3 3 0 0 1 0 3M11.5 8.5a6 6 0 0 1 0 7M14 6.8a9 9 0 0 1 0 10.4"/></svg>';
const smileIcon = '<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9.5"/><path d="M8 14.5c1.8 2.4 6.2 2.4 8 0M8.7 9.7h.01M15.3 9.7h.01"/></svg>';
const plusIcon = '<svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9.5"/><path d="M12 7.5v9M7.5 12h9"/></svg>';

function menuBar(buttons, actions) {
  return [
    toggle(keyboardIcon, '切换到键盘', buttons, actions),
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
  const plus = el('button', { type: 'button', class: 'icon', ariaLabel: '更多', innerHTML: plusIcon, onclick: () => openPlus(actions) });
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
    buttons.length ? toggle(menuIcon, '切换到菜单', buttons, actions) : '',
    el('button', {
      type: 'button', class: 'icon', ariaLabel: '语音', innerHTML: voiceIcon,
      onclick: () => { talk.hidden = !talk.hidden; input.hidden = !talk.hidden; },
    }),
    input, talk,
    el('button', { type: 'button', class: 'icon', ariaLabel: '表情', innerHTML: smileIcon, onclick: () => openEmoji(write) }),
    plus, send,
  ];
}
