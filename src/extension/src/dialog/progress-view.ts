import { element } from '../element.ts';
import type { DialogRequest } from './dialog.ts';
import type { Wording } from './wording.ts';

/** How far each file has come on its way. */
export class ProgressView {
  readonly element = element('ul', { class: 'progress', role: 'list' });
  #heard = '';

  /** @returns a sentence for those who listen, at each quarter of the way; else null. */
  update(progress: NonNullable<DialogRequest['progress']>, say: Wording): string | null {
    this.element.replaceChildren(...progress.map(({ name, sent, total }) => element('li', {},
      element('span', { class: 'name', dir: 'auto' }, name),
      element('span', { class: 'state' }, stateOf(sent, total, 1, say)),
      // Without a value the bar says that it is not known how long it takes.
      element('progress', { 'aria-label': name, ...(sent > 0 && sent < total && { max: 100, value: percentOf(sent, total) }) }))));
    const sum = (sizes: number[]) => sizes.reduce((one, other) => one + other, 0);
    const sentence = stateOf(sum(progress.map(file => file.sent)), sum(progress.map(file => file.total)), 25, say);
    if (progress.length === 0 || sentence === this.#heard) return null;
    this.#heard = sentence;
    return sentence;
  }
}

function stateOf(sent: number, total: number, step: number, say: Wording): string {
  if (sent === 0) return say.checking.sending;
  return sent >= total ? say.checking.reading : say.checking.sent(Math.floor(percentOf(sent, total) / step) * step);
}

function percentOf(sent: number, total: number): number {
  return Math.min(100, Math.floor((sent / total) * 100));
}
