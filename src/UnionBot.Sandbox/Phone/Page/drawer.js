// What slides up under the keyboard: emoji, the ＋ page, places, the scanner.

import { get, postBytes } from './api.js';
import { $, ask, el } from './dom.js';
import { icons } from './icons.js';
import { emoji } from './text.js';
import { clips, sendClip } from './voice.js';

const places = [
  { label: '济南市历下区经十路泉城广场', latitude: 36.66083, longitude: 117.02068 },
  { label: '济南市历城区高新万达广场', latitude: 36.67653, longitude: 117.12706 },
  { label: '济南市槐荫区济南西站', latitude: 36.66842, longitude: 116.89236 },
  { label: '济南市天桥区大明湖北岸', latitude: 36.67980, longitude: 117.02430 },
  { label: '济南市章丘区政府', latitude: 36.68125, longitude: 117.53456 },
];

export function closeDrawer() {
  $('drawer').hidden = true;
}

function open(kind, ...children) {
  const drawer = $('drawer');
  const wasOpen = !drawer.hidden && drawer.dataset.kind === kind;
  drawer.dataset.kind = kind;
  drawer.replaceChildren(...children);
  drawer.hidden = wasOpen;
  $('talk').scrollTop = $('talk').scrollHeight;
}

export function openEmoji(write) {
  open('emoji', el('div', { class: 'emoji-grid' }, ...Object.entries(emoji).map(([name, face]) =>
    el('button', { type: 'button', title: name, textContent: face, onclick: () => write(`[${name}]`) }))));
}

export function openPlus(actions) {
  const item = (icon, label, onclick) => el('button', { type: 'button', class: 'tile', onclick },
    el('span', { innerHTML: icon, ariaHidden: 'true' }), label);
  open('plus', el('div', { class: 'tiles' },
    item(icons.photo, '照片', () => pickPhoto(actions)),
    item(icons.place, '位置', () => openPlaces(actions, place => actions.act('location', place))),
    item(icons.scan, '扫一扫', () => openScanner(actions)),
    item(icons.microphone, '语音片段', () => openClips(actions))));
}

document.body.append(el('input', { type: 'file', id: 'file', accept: 'image/*', hidden: true }));

function pickPhoto(actions, then = file => actions.send('photo', file, postBytes)) {
  const input = $('file');
  input.onchange = () => {
    if (input.files[0]) then(input.files[0]);
    input.value = '';
    closeDrawer();
  };
  input.click();
}

function openClips(actions) {
  open('clips', el('div', { class: 'choices' }, ...clips.map(words => el('button', {
    type: 'button', textContent: words, onclick: () => { closeDrawer(); sendClip(actions, words); },
  }))));
}

function openPlaces(actions, then) {
  const pick = place => { closeDrawer(); then(place); };
  open('places', el('div', { class: 'choices' },
    ...places.map(place => el('button', { type: 'button', textContent: place.label, onclick: () => pick(place) })),
    el('button', { type: 'button', textContent: '输入经纬度…', onclick: () => askPlace(pick) })));
}

async function askPlace(pick) {
  const given = await ask('发送位置', [
    { label: '纬度', name: 'latitude', input: { type: 'number', step: 'any', required: true, min: -90, max: 90 } },
    { label: '经度', name: 'longitude', input: { type: 'number', step: 'any', required: true, min: -180, max: 180 } },
    { label: '地名', name: 'label', input: { maxLength: 100 } },
  ], '发送');
  if (given) pick({ latitude: Number(given.latitude), longitude: Number(given.longitude), label: given.label });
}

export async function openScanner(actions) {
  const codes = await get('/sandbox/qrcodes');
  open('scanner', el('div', { class: 'choices' },
    ...codes.slice(0, 20).map(code => el('button', {
      type: 'button', class: 'code', onclick: () => { closeDrawer(); actions.act('scan', { ticket: code.ticket }); },
    }, el('img', { src: code.picture, alt: '' }), el('span', { textContent: `场景 ${code.scene}` }))),
    el('button', { type: 'button', textContent: '输入场景值…', onclick: () => askScene(actions) })));
}

async function askScene(actions) {
  const given = await ask('扫描带参数的二维码', [
    { label: '场景值', name: 'scene', input: { required: true, maxLength: 64, placeholder: '例如 jinan-lixia-01' } },
  ], '扫描');
  if (given) {
    closeDrawer();
    actions.act('scan', { scene: given.scene });
  }
}

// What a menu button of a special type needs before the tap is complete.
export async function openTap(button, path, actions) {
  if (button.type === 'location_select') return openPlaces(actions, place => actions.act('tap', { path, place }));
  if (button.type.startsWith('pic_')) {
    return pickPhoto(actions, async file => actions.act('tap', { path, photos: [await base64(file)] }));
  }

  const given = await ask('扫码', [{ label: '二维码内容', name: 'result', input: { required: true } }], '扫描');
  return given && actions.act('tap', { path, scanResult: given.result });
}

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
