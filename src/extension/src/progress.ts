import { openDialog, type Dialog } from './dialog/dialog.ts';
import type { Draft } from './draft.ts';
import type { PageSettings } from './settings.ts';
import { shown } from './shown.ts';

// A check that takes longer is told to the author, who may wait or not. Milliseconds.
const patience = 1000;

/** Shows that a check takes its time, and lets the author give it up. */
export class Progress {
  readonly cancelled: Promise<'cancelled'>;
  readonly #timer: ReturnType<typeof setTimeout>;
  #dialog: Dialog | null = null;

  constructor(draft: Draft, settings: PageSettings) {
    const { promise, resolve } = Promise.withResolvers<'cancelled'>();
    this.cancelled = promise;
    this.#timer = setTimeout(() => {
      const dialog = openDialog({ ...shown(draft, settings), state: 'checking', canRedact: false, justifications: [], files: draft.files.map(({ name }) => name) });
      this.#dialog = dialog;
      void dialog.choice.then(() => {
        if (this.#dialog === dialog) {
          this.end();
          resolve('cancelled');
        }
      });
    }, patience);
  }

  /** Gives the dialog away, when there is one, to show the answer in. */
  handOver(): Dialog | null {
    const dialog = this.#dialog;
    clearTimeout(this.#timer);
    this.#dialog = null;
    return dialog;
  }

  end(): void {
    this.handOver()?.close();
  }
}
