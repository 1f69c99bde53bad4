import { JSDOM } from 'jsdom';

const names = [
  'document', 'location', 'navigator', 'Node', 'Text', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLFormElement', 'ShadowRoot', 'Event', 'MouseEvent', 'KeyboardEvent',
  'InputEvent', 'CustomEvent', 'MutationObserver', 'getComputedStyle', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'File',
] as const;

/** A page for one test; its window's members are the test's globals. */
export function open(body: string, url = 'https://post.example/'): void {
  const { window } = new JSDOM(`<!doctype html><body>${body}</body>`, { url, pretendToBeVisual: true });
  for (const name of names) {
    const member = window[name as 'document'] as unknown;
    const value = typeof member === 'function' && !/^[A-Z]/.test(name) ? member.bind(window) : member;
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  Object.assign(globalThis, { window, self: window, PointerEvent: window.MouseEvent });
}

export function one<T extends Element = HTMLElement>(selector: string): T {
  return document.querySelector<T>(selector)!;
}
