// The phone: which follower it belongs to, the talk on its screen, and what keeps it up to date.

import { get, patch, post } from './api.js';
import { bubbleElement } from './bubbles.js';
import { showFooter } from './footer.js';
import { $, ask, avatar, el, tell } from './dom.js';
import { closeDrawer, openScanner } from './drawer.js';
import { showSide, showSms, tickClock } from './side.js';
import { dayText } from './text.js';

const state = { person: null, chosen: null, lastSeq: 0, lastAt: null, now: '', query: '' };

const actions = {
  open: url => window.open(`/sandbox/open?openid=${state.person.openid}&url=${encodeURIComponent(url)}`, '_blank'),
  choose: (id, content) => act('choose', { id, content }),
  act,
  send,
  edit: editPerson,
};

// Does something as the person whose phone this is.
async function act(what, body) {
  try {
    const result = await post(`/sandbox/followers/${state.person.openid}/${what}`, body);
    if (result?.url) actions.open(result.url);
  } catch (problem) {
    tell(problem.message);
  }
}

// Sends a file as that person.
async function send(what, blob, postBytes) {
  try {
    await postBytes(`/sandbox/followers/${state.person.openid}/${what}`, blob);
  } catch (problem) {
    tell(problem.message);
  }
}

async function showList() {
  const { total, followers } = await get(`/sandbox/followers?limit=100&query=${encodeURIComponent(state.query)}`);
  $('list').replaceChildren(...followers.map(person => el('li', {},
    el('button', {
      type: 'button', class: person.openid === state.person?.openid ? 'chosen' : '',
      onclick: () => choose(person.openid),
    },
    avatar(person.name, person.number),
    el('span', { class: 'who' }, el('strong', { textContent: person.name }),
      el('small', { textContent: person.phone ?? '未填手机号' })),
    el('small', { class: person.follows ? 'on' : '', textContent: person.follows ? '已关注' : '未关注' })))));
  $('total').textContent = `共 ${total.toLocaleString('zh-CN')} 人`;
  return followers;
}

// Whoever was chosen last is shown, whichever answer comes first.
async function choose(openid) {
  closeDrawer();
  document.body.dataset.view = 'talk';
  state.chosen = openid;
  const person = await get(`/sandbox/followers/${openid}`);
  if (state.chosen !== openid) return;
  history.replaceState(null, '', `#${openid}`);
  Object.assign(state, { person, lastSeq: 0, lastAt: null });
  $('talk').replaceChildren();
  await Promise.all([refreshPerson(), showList()]);
  await loadTalk();
}

async function refreshPerson() {
  const person = await get(`/sandbox/followers/${state.person.openid}`);
  if (person.openid !== state.person.openid) return;
  state.person = person;
  $('owner').textContent = person.typing ? '对方正在输入…' : `${person.name}的手机`;
  $('owner').classList.toggle('typing', person.typing);
  clearTimeout(state.typing);
  if (person.typing) state.typing = setTimeout(refreshPerson, 16000);
  $('stranger').hidden = person.follows;
  $('talk').classList.toggle('behind', !person.follows);
  await showFooter(person, actions);
  await showSide(person, actions);
}

let loading = Promise.resolve();

// One load after the other, so that no bubble is shown twice; what one could not fetch the next does.
function loadTalk() {
  loading = loading.catch(() => {}).then(async () => {
    const openid = state.person.openid;
    const { bubbles } = await get(`/sandbox/followers/${openid}/bubbles?after=${state.lastSeq}`);
    if (openid !== state.person.openid) return;
    for (const bubble of bubbles) addBubble(bubble);
    if (bubbles.length) $('talk').scrollTop = $('talk').scrollHeight;
  });
  return loading;
}

function addBubble(bubble) {
  const minutes = state.lastAt ? Math.abs(new Date(bubble.at) - new Date(state.lastAt)) / 60000 : Infinity;
  if (minutes >= 5) $('talk').append(el('time', { class: 'divider', textContent: dayText(bubble.at, state.now) }));
  const shown = bubbleElement(bubble, state.person, actions);
  for (const picture of shown.querySelectorAll('img')) {
    picture.addEventListener('load', () => { $('talk').scrollTop = $('talk').scrollHeight; });
  }
  $('talk').append(shown);
  state.lastSeq = bubble.seq;
  state.lastAt = bubble.at;
}

async function readClock() {
  const clock = await get('/sandbox/clock');
  state.now = clock.now;
  tickClock(clock);
}

async function heard(topic) {
  if (!state.person) return;
  if (topic === state.person.openid) {
    await loadTalk();
    await refreshPerson();
  } else if (topic === 'clock') {
    await readClock();
    await refreshPerson();
  } else if (topic === 'mass') {
    await loadTalk();
    await refreshPerson();
  } else if (topic === 'menu') await refreshPerson();
  else if (topic === 'sms') await showSms(state.person, true);
  else if (topic === 'followers') {
    await showList();
    await refreshPerson();
  }
}

async function addPerson() {
  const given = await ask('添加一位用户', [
    { label: '姓名', name: 'name', input: { placeholder: '留空则随机起名', maxLength: 20 } },
    { label: '手机号', name: 'phone', input: { inputMode: 'tel', placeholder: '可不填', maxLength: 20 } },
  ], '添加');
  if (!given) return;
  const added = await post('/sandbox/followers', {
    count: 1, follows: false, name: given.name || undefined, phone: given.phone || undefined,
  });
  await choose(added.followers[0].openid);
}

async function editPerson() {
  const given = await ask('修改资料', [
    { label: '姓名', name: 'name', input: { value: state.person.name, maxLength: 20 } },
    { label: '手机号', name: 'phone', input: { value: state.person.phone ?? '', inputMode: 'tel', maxLength: 20 } },
  ], '保存');
  if (given) await patch(`/sandbox/followers/${state.person.openid}`, given);
}

function wire() {
  $('search').addEventListener('input', event => { state.query = event.target.value; showList(); });
  $('add').addEventListener('click', addPerson);
  $('back').addEventListener('click', () => { document.body.dataset.view = 'people'; });
  $('more').addEventListener('click', () => { document.body.dataset.view = 'side'; });
  $('close-side').addEventListener('click', () => { document.body.dataset.view = 'talk'; });
  $('follow').addEventListener('click', () => act('follow', {}));
  $('scan-follow').addEventListener('click', () => openScanner(actions));
  $('talk').addEventListener('click', closeDrawer);
  const events = new EventSource('/sandbox/events');
  events.addEventListener('change', event => heard(event.data));
  // What happened before the stream was open, or while it was cut.
  events.addEventListener('open', () => heard(state.person?.openid));
}

async function start() {
  wire();
  const account = await get('/sandbox/account');
  $('account').textContent = account.name;
  $('stranger').querySelector('h1').textContent = account.name;
  await readClock();
  const followers = await showList();
  if (!state.chosen) await choose(location.hash.slice(1) || followers[0].openid).catch(() => choose(followers[0].openid));
  await showSms(state.person, false);
}

start();
