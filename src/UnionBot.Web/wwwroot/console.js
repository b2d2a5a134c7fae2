// A second click while the first is under way would hide its answer; the server takes a form only once anyway.
document.addEventListener('submit', event => {
  if (event.target.dataset.sent) event.preventDefault();
  else event.target.dataset.sent = 'yes';
});
window.addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => delete form.dataset.sent));
