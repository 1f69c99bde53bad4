/** What of a text field's looks decides where its characters stand. */
const copied = [
  'boxSizing', 'borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'borderStyle',
  'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'font', 'letterSpacing', 'wordSpacing', 'lineHeight',
  'textAlign', 'textIndent', 'textTransform', 'tabSize', 'direction', 'wordBreak', 'overflowWrap',
] as const;

/** Lies over a text field, with the same text in the same places, invisible but for the underlines. */
export class Mirror {
  readonly #field: HTMLTextAreaElement;
  readonly #host = document.createElement('dlp-mirror');
  readonly #copy = document.createElement('div');
  readonly #observer = new ResizeObserver(() => this.#place());

  constructor(field: HTMLTextAreaElement, findings: readonly { start: number; end: number }[]) {
    this.#field = field;
    const text = field.value;
    let written = 0;
    for (const { start, end } of findings.toSorted((a, b) => a.start - b.start)) {
      if (start < written) continue;
      const mark = document.createElement('span');
      mark.textContent = text.slice(start, end);
      mark.style.textDecoration = 'underline wavy #c62828 1.5px';
      this.#copy.append(text.slice(written, start), mark);
      written = end;
    }
    this.#copy.append(text.slice(written));
    this.#host.setAttribute('aria-hidden', 'true');
    this.#host.attachShadow({ mode: 'closed' }).append(this.#copy);
    document.documentElement.append(this.#host);
    this.#observer.observe(field);
    field.addEventListener('scroll', this.#place, { passive: true });
    addEventListener('scroll', this.#place, { capture: true, passive: true });
    this.#place();
  }

  remove(): void {
    this.#observer.disconnect();
    this.#field.removeEventListener('scroll', this.#place);
    removeEventListener('scroll', this.#place, { capture: true });
    this.#host.remove();
  }

  readonly #place = (): void => {
    const { left, top, width, height } = this.#field.getBoundingClientRect();
    const style = getComputedStyle(this.#field);
    for (const name of copied) this.#copy.style[name] = style[name];
    Object.assign(this.#copy.style, {
      position: 'fixed', left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`, overflow: 'hidden', margin: '0',
      borderColor: 'transparent', color: 'transparent', background: 'none', pointerEvents: 'none', zIndex: '2147483646',
      whiteSpace: this.#field.localName === 'textarea' ? 'pre-wrap' : 'pre',
    });
    this.#copy.scrollTop = this.#field.scrollTop;
    this.#copy.scrollLeft = this.#field.scrollLeft;
  };
}
