import type { CheckAnswer, Justification } from '../protocol.ts';

/** What the dialog shows. */
export interface DialogRequest {
  locale: 'en' | 'fr';
  /** `failed`: the check could not be made. */
  state: 'checking' | 'findings' | 'failed';
  failMode: 'open' | 'closed';
  /** What was checked, as shown to the author. */
  parts: { name: string; text: string; label?: string }[];
  /** When `state` is `findings`. */
  answer?: CheckAnswer;
  canRedact: boolean;
  justifications: Justification[];
  /** A code, never a raw error. */
  failure?: string;
  progress?: { name: string; sent: number; total: number }[];
}

/** What the author chose. */
export type DialogChoice =
  | { choice: 'edit' }
  | { choice: 'cancel' }
  | { choice: 'retry' }
  | { choice: 'redact'; findingIds: string[] }
  | { choice: 'publish'; justification?: { code: string; text: string }; falseAlarms: string[] };

export interface Dialog {
  update(request: DialogRequest): void;
  close(): void;
  readonly choice: Promise<DialogChoice>;
}

/** Shows the dialog. The real one is being written on the branch `ext-ui`; this one refuses everything. */
export function openDialog(request: DialogRequest): Dialog {
  console.warn('dlp: the dialog is not there yet', request.state);
  return { update: () => undefined, close: () => undefined, choice: Promise.resolve({ choice: 'edit' }) };
}
