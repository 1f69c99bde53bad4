/** Holds back files that are chosen, dropped or pasted until they were checked. */
import { siteOf } from './adapters.ts';
import { hostOfPage } from './composing.ts';
import { isOfDialog } from './dialog/shield.ts';
import { queryDeep, shadowRootOf, targetOf } from './dom.ts';
import { keyOfFile, type Draft } from './draft.ts';
import type { Page } from './page.ts';
import type { Attempt, Publishing } from './publishing.ts';

export class FileGate {
  readonly #page: Page;
  readonly #publishing: Publishing;
  readonly #approved = new Set<string>();

  constructor(page: Page, publishing: Publishing) {
    this.#page = page;
    this.#publishing = publishing;
  }

  listen(): void {
    for (const [type, listener] of this.#listeners) addEventListener(type, listener, { capture: true });
  }

  retire(): void {
    for (const [type, listener] of this.#listeners) removeEventListener(type, listener, { capture: true });
  }

  readonly #onChoice = (event: Event): void => this.#guard(event, () => {
    const input = fileInputOf(event);
    if (!input?.files?.length) return;
    const root = input.getRootNode();
    // Unlike input, change does not leave its shadow root.
    if (root instanceof ShadowRoot) root.addEventListener('change', this.#onChoice, { capture: true });
    const files = [...input.files];
    if (this.#areApproved(files)) return;
    hold(event);
    if (event.type === 'input' && event.isTrusted) return; // change follows
    this.#check(files, {
      release: () => {
        for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
      },
      withdraw: () => {
        input.value = '';
        input.dispatchEvent(new Event('cancel', { bubbles: true }));
      },
    });
  });

  readonly #onDrop = (event: Event): void => this.#guard(event, () => {
    const drop = event as DragEvent;
    const target = targetOf(drop);
    const files = [...(drop.dataTransfer?.files ?? [])];
    if (!target || files.length === 0 || this.#areApproved(files)) return;
    const transfer = copyOf(drop.dataTransfer!, files);
    hold(drop);
    this.#check(files, { release: () => dropAgain(target, transfer, drop) });
  });

  readonly #onPaste = (event: Event): void => this.#guard(event, () => {
    const paste = event as ClipboardEvent;
    const target = targetOf(paste);
    const files = [...(paste.clipboardData?.files ?? [])];
    if (!target || files.length === 0 || this.#areApproved(files)) return;
    const transfer = copyOf(paste.clipboardData!, files);
    hold(paste);
    this.#check(files, { release: () => pasteAgain(target, transfer) });
  });

  readonly #listeners: [string, (event: Event) => void][] =
    [['input', this.#onChoice], ['change', this.#onChoice], ['drop', this.#onDrop], ['paste', this.#onPaste]];

  #check(files: File[], { release, withdraw }: Pick<Attempt, 'release' | 'withdraw'>): void {
    const draft = this.#draftOf(files);
    void this.#publishing.publish({
      subject: draft,
      read: () => draft,
      release: () => {
        for (const file of files) this.#approved.add(keyOfFile(file));
        release();
      },
      withdraw,
    });
  }

  #draftOf(files: File[]): Draft {
    const adapter = this.#page.adapters[0]!;
    return { site: siteOf(adapter, hostOfPage()), audience: adapter.composers[0]?.audience?.default, parts: [], files };
  }

  #areApproved(files: File[]): boolean {
    return files.every(file => this.#approved.has(keyOfFile(file)));
  }

  #guard(event: Event, handle: () => void): void {
    if (this.#page.isOff || isOfDialog(event)) return;
    try {
      handle();
    } catch {
      if (!this.#page.failsOpen) hold(event);
    }
  }
}

function fileInputOf(event: Event): HTMLInputElement | null {
  const target = targetOf(event);
  if (!target) return null;
  if (target.localName === 'input') return (target as HTMLInputElement).type === 'file' ? (target as HTMLInputElement) : null;
  const root = shadowRootOf(target);
  const inputs = root ? (queryDeep(root, 'input[type=file]') as HTMLInputElement[]) : [];
  return inputs.find(({ files }) => files?.length) ?? null;
}

/** Strings and files of a transfer, which is empty once its event is over. */
function copyOf(from: DataTransfer, files: File[]): DataTransfer {
  const copy = newTransfer();
  for (const type of from.types) if (type !== 'Files') copy.setData(type, from.getData(type));
  for (const file of files) copy.items.add(file);
  return copy;
}

/** In Firefox a page sees no files of a transfer that was made outside it. */
function newTransfer(): DataTransfer {
  const page = (window as { wrappedJSObject?: { DataTransfer: new () => DataTransfer } }).wrappedJSObject;
  return page ? new page.DataTransfer() : new DataTransfer();
}

function dropAgain(target: Element, dataTransfer: DataTransfer, { clientX, clientY }: DragEvent): void {
  const wasTaken = !target.dispatchEvent(new DragEvent('drop', { dataTransfer, clientX, clientY, bubbles: true, cancelable: true, composed: true }));
  if (wasTaken || target.localName !== 'input') return;
  (target as HTMLInputElement).files = dataTransfer.files;
  for (const type of ['input', 'change']) target.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
}

function pasteAgain(target: Element, clipboardData: DataTransfer): void {
  const wasTaken = !target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
  const text = clipboardData.getData('text/plain');
  if (!wasTaken && text) target.ownerDocument.execCommand('insertText', false, text);
}

function hold(event: Event): void {
  event.stopImmediatePropagation();
  if (event.cancelable) event.preventDefault();
}
