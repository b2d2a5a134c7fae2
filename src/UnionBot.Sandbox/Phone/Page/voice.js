// Voice: recorded by the browser's microphone, or one of a few invented clips.

import { el, tell } from './dom.js';
import { postBytes } from './api.js';

export const clips = ['我想加入工会', '附近有爱心驿站吗', '工资拖欠了怎么办', '帮我转人工客服'];

export function recorder(actions) {
  let machine = null;
  let started = 0;
  const button = el('button', { type: 'button', class: 'hold', textContent: '按住 说话' });

  async function begin(event) {
    event.preventDefault();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts = [];
      machine = new MediaRecorder(stream);
      machine.ondataavailable = part => parts.push(part.data);
      machine.onstop = () => {
        stream.getTracks().forEach(track => track.stop());
        const seconds = Math.max(1, Math.round((performance.now() - started) / 1000));
        sendVoice(actions, new Blob(parts, { type: machine.mimeType }), seconds);
      };
      started = performance.now();
      machine.start();
      button.textContent = '松开 结束';
    } catch {
      tell('没有可用的麦克风。请点右侧的“＋”，选择一段现成的语音。');
    }
  }

  function end() {
    if (machine?.state === 'recording') machine.stop();
    button.textContent = '按住 说话';
  }

  button.addEventListener('pointerdown', begin);
  button.addEventListener('pointerup', end);
  button.addEventListener('pointerleave', end);
  return button;
}

export function sendClip(actions, words) {
  const seconds = Math.max(2, Math.round(words.length / 3));
  return sendVoice(actions, tone(seconds), seconds, words);
}

function sendVoice(actions, blob, seconds, words) {
  const heard = words ? `&recognition=${encodeURIComponent(words)}` : '';
  return actions.send(`voice?seconds=${seconds}${heard}`, blob, postBytes);
}

// A soft tone as WAV, standing in for speech.
function tone(seconds) {
  const rate = 8000;
  const count = rate * seconds;
  const view = new DataView(new ArrayBuffer(44 + count));
  const write = (at, text) => [...text].forEach((char, i) => view.setUint8(at + i, char.charCodeAt(0)));
  write(0, 'RIFF'); view.setUint32(4, 36 + count, true); write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
  view.setUint32(24, rate, true); view.setUint32(28, rate, true); view.setUint16(32, 1, true); view.setUint16(34, 8, true);
  write(36, 'data'); view.setUint32(40, count, true);
  for (let i = 0; i < count; i++) {
    const swell = Math.sin((i / rate) * 9) ** 2;
    view.setUint8(44 + i, 128 + Math.round(26 * swell * Math.sin((i / rate) * 2 * Math.PI * (180 + 40 * Math.sin(i / 2400)))));
  }
  return new Blob([view], { type: 'audio/wav' });
}
