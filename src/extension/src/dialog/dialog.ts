import type { CheckAnswer, Justification, Locale } from '../protocol.ts';
import { DialogView } from './dialog-view.ts';
import { openSurface } from './surface.ts';

/** What the dialog shows. */
export interface DialogRequest {
  locale: Locale;
  /** `failed`: the check could not be made. */
  state: 'checking' | 'findings' | 'failed';
  failMode: 'open' | 'closed';
  /** The author's own texts that were checked; a finding in any other part is in a file. */
  parts: { name: string; text: string }[];
  /** When `state` is `findings`. */
  answer?: CheckAnswer;
  canRedact: boolean;
  justifications: Justification[];
  /** A code, never a raw error. */
  failure?: string;
  /** Names of the files on their way, when `state` is `checking`. */
  files?: string[];
}

/** What the author chose. `falseAlarms` are ids of findings, told whatever the choice. */
export type DialogChoice =
  | { choice: 'edit'; falseAlarms: string[] }
  | { choice: 'cancel'; falseAlarms: string[] }
  | { choice: 'retry' }
  | { choice: 'redact'; findingIds: string[]; falseAlarms: string[] }
  | { choice: 'publish'; justification?: { code: string; text: string }; falseAlarms: string[] };

export interface Dialog {
  /** Shows something else. What the author has ticked and typed for the same answer stays. */
  update(request: DialogRequest): void;
  /** Takes the dialog away and gives the focus back; a choice not made by then is `cancel`. */
  close(): void;
  /** What the author chooses first. The dialog stays until `close`; an `update` after a choice asks anew, with a new promise. */
  readonly choice: Promise<DialogChoice>;
}

/** Shows the dialog on top of the page. */
export function openDialog(request: DialogRequest): Dialog {
  let pending = Promise.withResolvers<DialogChoice>();
  let isChosen = false;
  let current = request;
  const choose = (choice: DialogChoice) => {
    isChosen = true;
    pending.resolve(choice);
  };
  const leave = (choice: 'edit' | 'cancel') => choose({ choice, falseAlarms: view.falseAlarms });

  const surface = openSurface({
    onEvent: event => view.onEvent(event),
    onDismiss: () => leave(current.state === 'checking' ? 'cancel' : 'edit'),
    onLost: () => leave('cancel'),
  });
  const view = new DialogView(surface.dialog, choose);
  view.show(request);
  surface.show();
  view.focus();

  return {
    update(next) {
      if (isChosen) pending = Promise.withResolvers();
      isChosen = false;
      current = next;
      view.show(next);
    },
    close() {
      if (!isChosen) leave('cancel');
      surface.close();
    },
    get choice() {
      return pending.promise;
    },
  };
}
