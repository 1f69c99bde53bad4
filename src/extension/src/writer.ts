/**
 * Writes into any editor without knowing which it is: a ladder of techniques, each checked by reading the text again.
 * See README.md for which editor takes which rung.
 */
import { applied, difference, type Edit } from './edits.ts';
import { isTextField, rangeOf, read, type TextField } from './reader.ts';

// Editors learn of a selection by selectionchange, and may apply a change a task or two later.
const selectionDelay = 20;
const changeDelays = [0, 10, 30, 60];
const repairs = 3;

/** Makes the edits, last to first. False when the editor did not take them; then its text may be partly changed. */
export async function write(element: Element, edits: readonly Edit[]): Promise<boolean> {
  const wanted = applied(read(element).text, edits);
  for (const edit of edits.toReversed()) await replace(element, edit);
  for (let round = 0; round < repairs; round++) {
    const rest = difference(read(element).text, wanted);
    if (!rest) return true;
    await replace(element, rest);
  }
  return read(element).text === wanted;
}

function replace(element: Element, edit: Edit): Promise<void> {
  return isTextField(element) ? replaceInField(element, edit) : replaceInEditor(element as HTMLElement, edit);
}

async function replaceInField(field: TextField, { start, end, text }: Edit): Promise<void> {
  const before = field.value;
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  field.ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text); // keeps undo
  if (field.value !== before) return;
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { inputType: 'insertReplacementText', data: text, bubbles: true, composed: true }));
}

async function replaceInEditor(editor: HTMLElement, { start, end, text }: Edit): Promise<void> {
  const before = read(editor).text;
  const hasChanged = () => read(editor).text !== before;
  for (const rung of [replacementInput, paste, command]) {
    if (!(await select(editor, start, end))) return;
    rung(editor, text);
    if (await becomes(hasChanged)) return;
  }
}

/** Puts the caret or selection on the stretch. */
async function select(editor: HTMLElement, start: number, end: number): Promise<boolean> {
  const reading = read(editor);
  const range = rangeOf(reading, start, end) ?? caretAt(editor, reading.text.length, start);
  if (!range) return false;
  editor.focus({ preventScroll: true });
  const selection = editor.ownerDocument.getSelection();
  selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  await delay(selectionDelay);
  return true;
}

/** For an insertion: after the character before it, else before the one after. */
function caretAt(editor: HTMLElement, length: number, index: number): Range | null {
  const reading = read(editor);
  const before = index > 0 ? rangeOf(reading, index - 1, index) : null;
  const range = before ?? (index < length ? rangeOf(reading, index, index + 1) : null);
  range?.collapse(before === null);
  return range;
}

function selectedRange(editor: HTMLElement): Range {
  const selection = editor.ownerDocument.getSelection()!;
  const root = editor.getRootNode();
  // In a shadow root the document's selection is retargeted to the host; its composed ranges are not.
  if (root instanceof ShadowRoot && 'getComposedRanges' in selection) {
    const [inner] = selection.getComposedRanges({ shadowRoots: [root] });
    if (inner) return staticCopy(editor.ownerDocument, inner);
  }
  return selection.getRangeAt(0);
}

function staticCopy(document: Document, { startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

function replacementInput(editor: HTMLElement, text: string): void {
  const range = selectedRange(editor);
  editor.dispatchEvent(new InputEvent('beforeinput', {
    inputType: 'insertReplacementText',
    data: text,
    dataTransfer: transferOf(text),
    targetRanges: [new StaticRange(range)],
    bubbles: true,
    cancelable: true,
    composed: true,
  }));
}

function paste(editor: HTMLElement, text: string): void {
  editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transferOf(text), bubbles: true, cancelable: true, composed: true }));
}

function command(editor: HTMLElement, text: string): void {
  editor.ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}

function transferOf(text: string): DataTransfer {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', text);
  return transfer;
}

async function becomes(condition: () => boolean): Promise<boolean> {
  for (const milliseconds of changeDelays) {
    await delay(milliseconds);
    if (condition()) return true;
  }
  return false;
}

function delay(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
