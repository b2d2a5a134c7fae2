// Texts as WeChat shows them: links, tappable words, [微笑] codes.

import { el } from './dom.js';

export const emoji = {
  '微笑': '🙂', '撇嘴': '😕', '色': '😍', '发呆': '😳', '得意': '😎', '流泪': '😢', '害羞': '😊', '闭嘴': '🤐', '睡': '😴', '大哭': '😭',
  '尴尬': '😅', '发怒': '😡', '调皮': '😜', '呲牙': '😁', '惊讶': '😮', '难过': '🙁', '囧': '😖', '抓狂': '😫', '吐': '🤮', '偷笑': '🤭',
  '愉快': '😌', '白眼': '🙄', '傲慢': '😤', '困': '🥱', '惊恐': '😱', '憨笑': '😄', '悠闲': '☺️', '奋斗': '💪', '疑问': '❓', '晕': '😵',
  '再见': '👋', '擦汗': '😓', '鼓掌': '👏', '坏笑': '😏', '委屈': '🥺', '快哭了': '😿', '亲亲': '😘', '可怜': '🥹', '玫瑰': '🌹', '爱心': '❤️',
  '太阳': '☀️', '月亮': '🌙', '拥抱': '🤗', '强': '👍', '弱': '👎', '握手': '🤝', '胜利': '✌️', '抱拳': '🙏', 'OK': '👌', '合十': '🙏',
};

const pattern = /<a\s[^>]*?href\s*=\s*(["'])(.*?)\1[^>]*>([\s\S]*?)<\/a>|(https?:\/\/[^\s<>"'，。；！？、（）【】《》]+)|\[([^\][]{1,3})\]/gi;

// actions: { open(url), choose(id, content) }
export function richText(text, actions) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(from, match.index));
    parts.push(matched(match, actions));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter(part => part !== '');
}

function matched(match, actions) {
  if (match[3] !== undefined) return link(match[2], match[3], actions);
  if (match[4] !== undefined) return link(match[4], match[4], actions);
  return emoji[match[5]] ?? match[0];
}

function link(address, words, actions) {
  const follow = event => {
    event.preventDefault();
    if (!address.startsWith('weixin://bizmsgmenu')) return actions.open(address);
    const query = new URLSearchParams(address.slice(address.indexOf('?') + 1).replaceAll('&amp;', '&'));
    return actions.choose(query.get('msgmenuid') ?? '', query.get('msgmenucontent') ?? words);
  };
  return el('a', { href: '#', textContent: words, onclick: follow });
}

export function clockText(iso) {
  return iso.slice(11, 16);
}

export function dayText(iso, todayIso) {
  const day = iso.slice(0, 10);
  if (day === todayIso.slice(0, 10)) return clockText(iso);
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${clockText(iso)}`;
}
