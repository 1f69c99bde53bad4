// What every page does: keeps the editor's own model within reach of the test, and sends it to the page's server when the author publishes.
// The server tells pages apart by the query of their address, so requests bear it too.

/** Sends a post to the page's server, at an address that sites may have a rule for. */
export const publish = (text, extra = {}, path = '/publish') =>
  fetch(path + location.search, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text, ...extra }) });

/** Makes `control` publish what `read` returns: the text in the editor's own model. */
export function publishing(read, control = document.querySelector('#publish')) {
  window.model = read;
  control?.addEventListener('click', () => publish(read()));
  document.documentElement.dataset.ready = 'true';
}
