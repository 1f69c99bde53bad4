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
      element('span', { class: 'state' }, sent >= total ? say.checking.reading : say.checking.sent(percentOf(sent, total))),
      element('progress', sent >= total ? { 'aria-label': name } : { max: 100, value: percentOf(sent, total), 'aria-label': name }))));
    const sent = progress.reduce((sum, file) => sum + file.sent, 0);
    const total = progress.reduce((sum, file) => sum + file.total, 0);
    if (total === 0) return null;
    const sentence = sent >= total ? say.checking.reading : say.checking.sent(Math.floor(percentOf(sent, total) / 25) * 25);
    if (sentence === this.#heard) return null;
    this.#heard = sentence;
    return sentence;
  }
}

function percentOf(sent: number, total: number): number {
  return total === 0 ? 100 : Math.min(100, Math.floor((sent / total) * 100));
}
