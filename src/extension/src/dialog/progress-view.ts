import { element } from '../element.ts';
import type { Wording } from './wording.ts';

/** The files that are on their way. How far each has come, a service worker is not told. Null when there are none. */
export function progressView(files: readonly string[], say: Wording): HTMLElement | null {
  if (files.length === 0) return null;
  return element('ul', { class: 'progress', role: 'list' }, ...files.map(name => element('li', {},
    element('span', { class: 'name', dir: 'auto' }, name),
    element('span', { class: 'state' }, say.checking.file),
    element('progress', { 'aria-label': name }))));
}
