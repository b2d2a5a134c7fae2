'use strict';
(() => {
  const kept = 'unionbot-talk';
  const newsEvery = 5000;
  const problems = {
    'empty': '请先写点内容再发送。',
    'too-long': '这段话太长了，请分几次发送。',
    'too-fast': '您发得有点快，请歇一会儿再发。有危险请马上打 110 或 120，心里撑不住可以打 12356，别的急事打 12351。',
    'expired': '页面放得有点久了，请刷新后再发一次。',
    'ended': '这次对话已经结束，请刷新页面重新开始。',
    'busy': '现在有点忙，刚才那句还没收到，请稍后再点一次发送。着急的话可以打 12351。',
    'offline': '网络不太好，刚才那句没有发出去，请再点一次发送。',
  };
  const { token, now } = document.body.dataset;
  const ahead = Number(now) - Date.now();
  const talk = document.getElementById('talk');
  const form = document.getElementById('say');
  const text = document.getElementById('text');
  const keep = document.getElementById('keep');
  const send = form.querySelector('button');

  // After leaving nothing of the talk comes back onto the page, whatever was still on its way.
  let left = false;

  function show(words, who) {
    const said = document.createElement('p');
    said.className = `said ${who}`;
    said.textContent = words;
    talk.append(said);
    talk.scrollTop = talk.scrollHeight;
    if (keep.checked) store();
    return said;
  }

  function store() {
    const lines = [...talk.children].map(p => [p.textContent, p.className]);
    sessionStorage.setItem(kept, JSON.stringify(lines));
  }

  function restore() {
    const lines = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
    if (!lines) return;
    keep.checked = true;
    talk.replaceChildren();
    for (const [words, style] of lines) show(words, style.replace('said ', ''));
  }

  async function post(path, body) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: token },
      body: JSON.stringify(body ?? {}),
    });
    const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : { texts: [] };
    return { ok: response.ok, status: response.status, ...answer };
  }

  // One id for one message: sent twice over a bad line, it has one effect.
  async function say(message) {
    const waiting = show('', 'bot wait');
    const answer = await post('/chat/messages', message)
      .catch(() => post('/chat/messages', message))
      .catch(() => ({ ok: false, texts: [], problem: 'offline' }));
    waiting.remove();
    if (left) return true;
    for (const words of answer.texts) show(words, 'bot');
    if (!answer.ok) show(problems[answer.problem] ?? problems.busy, 'note');
    return answer.ok;
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const words = text.value;
    if (!words.trim() || send.disabled) return;
    send.disabled = true;
    const mine = show(words, 'me');
    text.value = '';
    if (!await say({ text: words, id: `${Math.round(Date.now() + ahead)}-${crypto.randomUUID()}` })) {
      mine.remove();
      text.value ||= words;
    }
    send.disabled = false;
    text.focus();
  });

  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  keep.addEventListener('change', () => keep.checked ? store() : sessionStorage.removeItem(kept));

  document.getElementById('leave').addEventListener('click', async () => {
    left = true;
    await post('/chat/leave').catch(() => null);
    sessionStorage.removeItem(kept);
    talk.replaceChildren();
    show('已退出，这次对话已从页面清除。还想问，请刷新页面。', 'note');
    for (const part of [form, document.querySelector('footer'), document.getElementById('leave')]) part.hidden = true;
  });

  setInterval(async () => {
    if (document.hidden || left) return;
    const news = await post('/chat/news').catch(() => null);
    if (news?.ok && !left) for (const words of news.texts) show(words, 'bot');
  }, newsEvery);

  restore();
  text.focus();
})();
