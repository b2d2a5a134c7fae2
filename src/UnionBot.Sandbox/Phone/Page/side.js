// The column beside the phone: clock, quota, the person, subscriptions, short messages.

import { get, patch, post } from './api.js';
import { $, ask, el, tell } from './dom.js';
import { clockText, dayText } from './text.js';

let clock = { now: new Date().toISOString(), offsetSeconds: 0 };
let readAt = Date.now();

// Now in China as ISO text without an offset.
function now() {
  const moment = new Date(new Date(clock.now).getTime() + (Date.now() - readAt) + 8 * 3600000);
  return moment.toISOString().slice(0, 19);
}

export function tickClock(read) {
  clock = read;
  readAt = Date.now();
  drawClock();
}

setInterval(() => {
  $('phone-clock').textContent = clockText(now());
  const shown = document.querySelector('#clock-box output');
  if (shown) shown.textContent = now().replace('T', ' ');
}, 1000);

function drawClock() {
  const moved = clock.offsetSeconds !== 0;
  $('phone-clock').textContent = clockText(now());
  $('phone-clock').classList.toggle('moved', moved);
  const move = body => () => post('/sandbox/clock', body).catch(problem => tell(problem.message));
  $('clock-box').replaceChildren(
    el('h2', { textContent: '时钟' }),
    el('output', { textContent: now().replace('T', ' ') }),
    el('p', { class: 'hint', textContent: moved ? `比真实时间${clock.offsetSeconds > 0 ? '快' : '慢'} ${spell(Math.abs(clock.offsetSeconds))}` : '真实时间（北京时间）' }),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', textContent: '＋1 小时', onclick: move({ advanceSeconds: 3600 }) }),
      el('button', { type: 'button', textContent: '＋1 天', onclick: move({ advanceSeconds: 86400 }) }),
      el('button', { type: 'button', textContent: '指定…', onclick: moveTo }),
      el('button', { type: 'button', textContent: '复位', disabled: !moved, onclick: move({ reset: true }) })));
}

async function moveTo() {
  const given = await ask('把时钟拨到（北京时间）', [
    { label: '日期和时间', name: 'to', input: { type: 'datetime-local', required: true, value: now().slice(0, 16) } },
  ], '拨动');
  if (given) await post('/sandbox/clock', { to: `${given.to}:00+08:00` });
}

function spell(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return [days && `${days} 天`, hours && `${hours} 小时`, minutes && `${minutes} 分`].filter(Boolean).join(' ') || `${seconds} 秒`;
}

export async function showSide(person, actions) {
  drawQuota(person);
  drawPerson(person, actions);
  await drawSubscriptions(person);
}

function drawQuota(person) {
  const { messagesLeft, messagesUntil, tapsLeft, tapsUntil, massLeft } = person.quota;
  const row = (label, left, until) => el('li', {},
    el('span', { textContent: label }), el('strong', { textContent: `${left} 条` }),
    el('small', { textContent: until ? `至 ${dayText(until, now())}` : '' }));
  $('quota-box').replaceChildren(
    el('h2', { textContent: '还可主动下发' }),
    el('ul', { class: 'quota' },
      row('客服消息（发消息后 48 小时）', messagesLeft, messagesUntil),
      row('客服消息（点菜单、扫码、关注后 1 分钟）', tapsLeft, tapsUntil),
      row('群发（本月）', massLeft, null)));
}

function drawPerson(person, actions) {
  const refuse = el('input', {
    type: 'checkbox', checked: person.refusesMessages,
    onchange: event => patch(`/sandbox/followers/${person.openid}`, { refusesMessages: event.target.checked }),
  });
  $('person-box').replaceChildren(
    el('h2', { textContent: `${person.name}${person.phone ? ` · ${person.phone}` : ''}` }),
    el('label', { class: 'check' }, refuse, '不接收消息（模板消息会被拒收）'),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', textContent: '修改资料…', onclick: actions.edit }),
      person.follows ? el('button', { type: 'button', class: 'danger', textContent: '取消关注', onclick: () => actions.act('unfollow', {}) }) : null,
      el('a', { class: 'button', href: `/sandbox/followers/${person.openid}/talk`, download: '', textContent: '保存对话为测试' })),
    el('p', { class: 'hint openid', textContent: person.openid }));
}

async function drawSubscriptions(person) {
  const templates = await get(`/sandbox/followers/${person.openid}/subscriptions`);
  const answer = (template, accept) => post(`/sandbox/followers/${person.openid}/subscriptions`, { templateId: template.templateId, accept })
    .catch(problem => tell(problem.message));
  $('subscribe-box').hidden = !templates.length;
  $('subscribe-box').replaceChildren(
    el('h2', { textContent: '订阅通知' }),
    ...templates.map(template => el('div', { class: 'subscription' },
      el('span', { textContent: `${template.title}（剩 ${template.left} 次）` }),
      el('button', { type: 'button', textContent: '允许', onclick: () => answer(template, true) }),
      el('button', { type: 'button', textContent: '拒绝', onclick: () => answer(template, false) }))));
}

// fresh: something has just arrived and belongs on the phone's screen.
export async function showSms(person, fresh) {
  const all = await get('/sandbox/sms');
  $('sms-box').hidden = !all.length;
  $('sms-box').replaceChildren(
    el('h2', { textContent: '短信' }),
    ...all.slice(0, 8).map(sms => el('div', { class: 'sms' },
      el('small', { textContent: `${sms.phone} · ${dayText(sms.at, now())}` }), el('p', { textContent: sms.text }))));
  const latest = all[0];
  if (fresh && latest && (!latest.openids.length || latest.openids.includes(person.openid))) notify(latest);
}

function notify(sms) {
  const note = el('button', { type: 'button', class: 'note', onclick: () => note.remove() },
    el('span', { class: 'note-icon', textContent: '✉', ariaHidden: 'true' }),
    el('span', {}, el('strong', { textContent: `短信 ${sms.phone}` }), el('span', { textContent: sms.text })));
  $('notices').prepend(note);
  setTimeout(() => note.remove(), 30000);
}
