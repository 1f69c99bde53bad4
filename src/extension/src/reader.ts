/**
 * Reads what an author wrote, from any editor's DOM, so that the text equals the editor's own model:
 * a line for each block, a line feed for each BR that is not the last of its block, an image's description for the image.
 */

/** A stretch of the text that stands in one node. */
interface Run {
  /** Offset in the text. */
  start: number;
  length: number;
  /** A text node, or an element that stands for its description. */
  node: Node;
  /** Offset in the node. */
  offset: number;
}

/** A text, and where in the document each of its UTF-16 units stands. */
export interface ReadText {
  text: string;
  runs: Run[];
}

export type TextField = HTMLTextAreaElement | HTMLInputElement;

export function isTextField(element: Element): element is TextField {
  return element.localName === 'textarea' || element.localName === 'input';
}

// What editors put into the DOM to hold the caret, and what a reader does not see. Not the joiners of emoji (U+200D) and scripts (U+200C).
const fillers = /[\uFEFF\u200B\u2060\u00AD]+/g;
const skipped = '[aria-hidden=true], [data-slate-placeholder], script, style, template, noscript';

/** The text of an editor or a field. */
export function read(element: Element): ReadText {
  if (isTextField(element)) {
    const text = element.value;
    return { text, runs: [{ start: 0, length: text.length, node: element, offset: 0 }] };
  }
  const reading = new Reading();
  reading.children(element);
  return reading;
}

class Reading implements ReadText {
  text = '';
  runs: Run[] = [];

  children(parent: Element): void {
    let follows: 'nothing' | 'inline' | 'block' = 'nothing';
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const kind = kindOf(node, parent);
      if (kind === 'skip') continue;
      if ((kind === 'block' && follows !== 'nothing') || (kind === 'inline' && follows === 'block')) this.text += '\n';
      follows = kind;
      this.node(node, parent);
    }
  }

  private node(node: Node, parent: Element): void {
    if (node.nodeType === Node.TEXT_NODE) this.characters(node as Text, parent);
    else if (isElement(node, 'br')) this.lineFeed(node);
    else if (isElement(node, 'img')) this.run((node as HTMLImageElement).alt, node, 0);
    else this.children(node as Element);
  }

  private characters(node: Text, parent: Element): void {
    const keepsLines = getComputedStyle(parent).whiteSpace.startsWith('pre');
    let from = 0;
    const data = node.data;
    for (const filler of data.matchAll(fillers)) {
      this.run(spaced(data.slice(from, filler.index), keepsLines), node, from);
      from = filler.index + filler[0].length;
    }
    this.run(spaced(data.slice(from), keepsLines), node, from);
  }

  private lineFeed(node: Node): void {
    if (hasVisibleNext(node)) this.run('\n', node, 0);
  }

  private run(text: string, node: Node, offset: number): void {
    if (text.length === 0) return;
    this.runs.push({ start: this.text.length, length: text.length, node, offset });
    this.text += text;
  }
}

/** The same length, so that offsets hold. */
function spaced(text: string, keepsLines: boolean): string {
  return text.replace(keepsLines ? /\u00A0/g : /[\u00A0\n\t\r]/g, ' ');
}

function isElement(node: Node, name: string): boolean {
  return (node as Element).localName === name;
}

function kindOf(node: Node, parent: Element): 'skip' | 'inline' | 'block' {
  if (node.nodeType === Node.TEXT_NODE) {
    const data = (node as Text).data;
    const isLayout = /^\s*$/.test(data) && data.includes('\n') && !getComputedStyle(parent).whiteSpace.startsWith('pre');
    return data.length === 0 || isLayout ? 'skip' : 'inline';
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return 'skip';
  const element = node as Element;
  if (element.localName === 'br') return 'inline';
  if (element.matches(skipped)) return 'skip';
  const display = getComputedStyle(element).display;
  if (display === 'none') return 'skip';
  return display.startsWith('inline') || display === 'contents' || display === '' ? 'inline' : 'block';
}

/** Whether anything follows in the same block; a BR at the end of a block only holds it open. */
function hasVisibleNext(node: Node): boolean {
  const parent = node.parentElement!;
  for (let next = node.nextSibling; next; next = next.nextSibling) {
    const kind = kindOf(next, parent);
    if (kind !== 'skip') return kind === 'inline';
  }
  const isInline = parent.parentElement !== null && kindOf(parent, parent.parentElement) === 'inline';
  return isInline && hasVisibleNext(parent);
}

/** The place of a stretch of the text in the document. Null when it has none, as the line feed between two blocks. */
export function rangeOf(reading: ReadText, start: number, end: number): Range | null {
  const first = reading.runs.find(run => run.start + run.length > start);
  const last = reading.runs.findLast(run => run.start < end);
  if (!first || !last || last.start + last.length <= first.start) return null;
  const range = first.node.ownerDocument!.createRange();
  setBoundary(range, 'setStart', first, Math.max(0, start - first.start));
  setBoundary(range, 'setEnd', last, Math.min(last.length, end - last.start));
  return range;
}

function setBoundary(range: Range, edge: 'setStart' | 'setEnd', run: Run, index: number): void {
  if (run.node.nodeType === Node.TEXT_NODE) range[edge](run.node, run.offset + index);
  else if (edge === 'setStart') range.setStartBefore(run.node);
  else range.setEndAfter(run.node);
}
