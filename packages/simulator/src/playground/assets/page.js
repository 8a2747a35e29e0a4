/* global document, window, setInterval */

/** What htmx does not do by itself. Everything else of the page comes from the server. */

const connection = document.getElementById('connection');

document.addEventListener('keydown', (event) => {
  const fires = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (fires && event.target.id === 'body') event.target.form.requestSubmit();
});

document.addEventListener('htmx:sseError', () => {
  connection.hidden = false;
});

document.addEventListener('htmx:sseOpen', () => {
  connection.hidden = true;
});

for (const failure of ['htmx:sendError', 'htmx:responseError']) {
  document.addEventListener(failure, () => {
    const message = document.getElementById('fire-message') ?? document.getElementById('title-note');
    message.textContent =
      'The playground did not answer as it should. Is it still running? Its terminal says more.';
  });
}

/** What a person has opened or closed stays as it is. */
document.addEventListener('click', (event) => {
  const summary = event.target.closest('summary');
  if (summary !== null) summary.parentElement.dataset.kept = '';
});

/** A new delivery that leads, and a new attempt, take the place of what was open before. */
document.addEventListener('htmx:load', ({ detail: { elt } }) => {
  const opened = elt.matches('.delivery') ? elt.firstElementChild : elt.querySelector(':scope > .attempt');
  if (opened?.open !== true) return;
  for (const other of elt.parentElement.children) {
    const details = other.querySelector('details');
    if (other !== elt && details !== null && details.dataset.kept === undefined) details.open = false;
  }
});

/** On a narrow screen the deliveries lie below the form. */
document.addEventListener('htmx:afterRequest', ({ detail }) => {
  const deliveries = document.getElementById('deliveries-title');
  if (!detail.successful || !detail.elt.matches('.fire')) return;
  if (deliveries.getBoundingClientRect().top > window.innerHeight) deliveries.scrollIntoView();
});

setInterval(() => {
  for (const element of document.querySelectorAll('[data-due]')) {
    const left = Math.max(0, Math.ceil((Date.parse(element.dataset.due) - Date.now()) / 1000));
    const parts = [
      [Math.floor(left / 3600), 'h'],
      [Math.floor(left / 60) % 60, 'min'],
      [left % 60, 's'],
    ];
    const shown = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
    element.textContent = shown.length === 0 ? 'a moment' : shown.join(' ');
  }
}, 1000);
