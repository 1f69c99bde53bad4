/**
 * Events inside the dialog reach the page's listeners too, as events of its host: a page could read the keys of a reason, or close its composer
 * at a "click outside". The shield ends them at the window, before any page listener, and leaves the browser's own handling (typing, scrolling,
 * pressing a button) as it is. The dialog learns of what it needs here, and otherwise from events that never leave its shadow root.
 */
const shielded = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend',
  'pointerdown', 'pointerup', 'pointercancel', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu',
  'touchstart', 'touchmove', 'touchend', 'wheel', 'copy', 'cut', 'paste', 'dragstart', 'dragenter', 'dragover', 'drop',
];

let guarded: { host: Element; onEvent: (event: Event) => void } | null = null;

/** Call it at document_start, before the page's scripts: listeners are called in the order in which they were added. Calling it again is harmless. */
export function installShield(): void {
  for (const type of shielded) window.addEventListener(type, shield, { capture: true, passive: /^(touch|wheel)/.test(type) });
}

/** Hides a host's events from the page and tells them to the dialog. Returns what ends it. */
export function guard(host: Element, onEvent: (event: Event) => void): () => void {
  installShield();
  const mine = { host, onEvent };
  guarded = mine;
  return () => {
    if (guarded === mine) guarded = null;
  };
}

/** Whether an event, as the window sees it, is one of the dialog's. */
export function isOfDialog(event: Event): boolean {
  return guarded !== null && event.target === guarded.host;
}

function shield(event: Event): void {
  if (!guarded || event.target !== guarded.host) return;
  event.stopImmediatePropagation();
  if (event.isTrusted) guarded.onEvent(event);
  else event.preventDefault();
}
