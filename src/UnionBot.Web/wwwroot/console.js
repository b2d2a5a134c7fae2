// A second click while the first is under way would hide its answer; the server takes a form only once anyway.
document.addEventListener('submit', event => {
  if (event.target.dataset.sent) event.preventDefault();
  else event.target.dataset.sent = 'yes';
});
window.addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => delete form.dataset.sent));
// How many people are meant by what stands in a form, while it is written.
document.querySelectorAll('form[data-count]').forEach(form => {
  const place = form.querySelector('[data-count-here]');
  let waiting, asked = 0;
  const count = async () => {
    const mine = ++asked;
    const typed = [...new FormData(form)].filter(([name]) => /^(Channel|Purpose|Organisation|Districts|WorkerTypes|Tags|Levels|Case|From)$/.test(name));
    const answer = await fetch(`${form.dataset.count}?${new URLSearchParams(typed)}`);
    if (answer.ok && mine === asked) place.innerHTML = await answer.text();
  };
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(count, 500); });
  count();
});

// A talk is opened where it stopped.
document.querySelectorAll('.talk').forEach(talk => { talk.scrollTop = talk.scrollHeight; });
