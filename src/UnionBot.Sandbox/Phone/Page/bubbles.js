// One bubble of a talk as an element.

import { accountAvatar, avatar, el } from './dom.js';
import { icons } from './icons.js';
import { richText } from './text.js';

const events = {
  CLICK: true, VIEW: true, view_miniprogram: true, SCAN: true, scancode_push: true, scancode_waitmsg: true,
  pic_sysphoto: true, pic_photo_or_album: true, pic_weixin: true, location_select: true,
};

// person: the follower whose phone this is; actions: { open, choose }
export function bubbleElement(bubble, person, actions) {
  if (bubble.from === 'system' || events[bubble.kind] || bubble.kind === 'transfer_customer_service') {
    return el('div', { class: `grey-line ${bubble.via}` }, el('span', { textContent: bubble.text ?? bubble.kind }));
  }
  if (bubble.kind === 'template' || bubble.kind === 'subscription') return noticeCard(bubble, actions);

  const mine = bubble.from === 'follower';
  const body = (bodies[bubble.kind] ?? unknown)(bubble, actions);
  return el('div', { class: `row ${mine ? 'mine' : 'theirs'}` },
    mine ? avatar(person.name, person.number) : accountAvatar(), body);
}

const media = id => `/sandbox/media/${encodeURIComponent(id)}`;

const bodies = {
  text: (bubble, actions) => el('div', { class: 'bubble' }, ...richText(bubble.text ?? '', actions)),
  image: bubble => el('img', { class: 'picture', src: media(bubble.content.mediaId), alt: '图片', loading: 'lazy' }),
  images: bubble => el('div', { class: 'pictures' },
    ...bubble.content.mediaIds.map(id => el('img', { class: 'picture', src: media(id), alt: '图片' }))),
  voice: bubble => voice(bubble),
  video: bubble => video(bubble),
  shortvideo: bubble => video(bubble),
  mpvideo: bubble => video(bubble),
  location: bubble => place(bubble.content),
  link: (bubble, actions) => card(actions, bubble.content.url, bubble.content.title, bubble.content.description),
  music: (bubble, actions) => card(actions, bubble.content.url, `♪ ${bubble.content.title}`, bubble.content.description),
  news: (bubble, actions) => articles(bubble.content.articles, actions),
  mpnews: (bubble, actions) => articles(bubble.content.articles ?? [{ title: bubble.text ?? '图文消息' }], actions),
  mpnewsarticle: bubble => el('div', { class: 'card' }, el('h3', { textContent: '图文消息' }), el('p', { textContent: bubble.content.articleId })),
  msgmenu: (bubble, actions) => choices(bubble.content, actions),
  wxcard: bubble => el('div', { class: 'card' }, el('h3', { textContent: '卡券' }), el('p', { textContent: bubble.content.cardId })),
  miniprogrampage: bubble => el('div', { class: 'card' },
    el('p', { class: 'source', textContent: '小程序' }), el('h3', { textContent: bubble.content.title }),
    el('p', { textContent: bubble.content.pagePath })),
};

function unknown(bubble) {
  return el('div', { class: 'bubble', textContent: bubble.text ?? `[${bubble.kind}]` });
}

function voice(bubble) {
  const player = new Audio(media(bubble.content.mediaId));
  const seconds = bubble.content.seconds;
  const button = el('button', {
    type: 'button', class: 'bubble voice', title: '播放语音',
    onclick: () => player.play().catch(() => button.classList.add('silent')),
  }, el('span', { class: 'waves', ariaHidden: 'true' }), seconds ? `${seconds}″` : '语音');
  if (seconds) button.style.width = `${Math.min(64 + seconds * 9, 220)}px`;
  const heard = bubble.text ? el('div', { class: 'heard', textContent: bubble.text }) : null;
  return el('div', { class: 'stack' }, button, heard);
}

function video(bubble) {
  return el('video', { class: 'picture', src: media(bubble.content.mediaId), controls: true, preload: 'metadata' });
}

function place(content) {
  return el('div', { class: 'card place' },
    el('h3', { textContent: content.label || '位置' }),
    el('p', { textContent: `${content.latitude.toFixed(5)}, ${content.longitude.toFixed(5)}` }),
    el('div', { class: 'map', ariaHidden: 'true', innerHTML: icons.place }));
}

function card(actions, url, title, description) {
  return el('button', { type: 'button', class: 'card', onclick: () => url && actions.open(url) },
    el('h3', { textContent: title || url }), el('p', { textContent: description || url || '' }));
}

function articles(list, actions) {
  return el('div', { class: 'card articles' }, ...list.map((article, index) =>
    el('button', { type: 'button', class: index ? 'article' : 'article first', onclick: () => article.url && actions.open(article.url) },
      article.picUrl ? el('img', { src: article.picUrl, alt: '' }) : index ? null : el('div', { class: 'cover', ariaHidden: 'true' }),
      el('h3', { textContent: article.title }),
      index || !article.description ? null : el('p', { textContent: article.description }))));
}

function choices(content, actions) {
  return el('div', { class: 'bubble menu' },
    content.head ? el('div', {}, ...richText(content.head, actions)) : null,
    ...content.list.map(choice => el('a', {
      href: '#', class: 'choice', textContent: choice.content,
      onclick: event => { event.preventDefault(); actions.choose(choice.id, choice.content); },
    })),
    content.tail ? el('div', {}, ...richText(content.tail, actions)) : null);
}

function noticeCard(bubble, actions) {
  const content = bubble.content;
  return el('div', { class: 'notice-card' },
    el('p', { class: 'source', textContent: bubble.kind === 'template' ? '服务通知' : '订阅通知' }),
    el('h3', { textContent: content.title }),
    el('dl', {}, ...content.fields.flatMap(field => [
      el('dt', { textContent: field.label }), el('dd', { textContent: field.value })])),
    content.url || content.page
      ? el('button', { type: 'button', class: 'details', textContent: '详情', onclick: () => actions.open(content.url || content.page) })
      : null);
}
