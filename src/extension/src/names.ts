/** What assistive software would call a control, near enough to recognise it by its words. */
export function nameOf(control: Element): string {
  const content = control.localName === 'input' ? (control as HTMLInputElement).value : control.textContent;
  return plain(labelOf(control) || content || control.getAttribute('title'));
}

/** What a field is for, by its label or placeholder; never what was written in it. */
export function labelOf(field: Element): string {
  const labelledBy = field.getAttribute('aria-labelledby');
  const root = field.getRootNode() as Document | ShadowRoot;
  const label = labelledBy ? root.getElementById?.(labelledBy)?.textContent : null;
  const attributes = ['aria-label', 'placeholder', 'data-placeholder', 'aria-placeholder'];
  return plain([label, ...attributes.map(name => field.getAttribute(name))].find(text => text?.trim()));
}

function plain(text: string | null | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ').toLocaleLowerCase();
}

/** Whether the name is one of the words, or begins with one. */
export function beginsWithOne(name: string, words: readonly string[]): boolean {
  return words.some(word => name === word || (name.startsWith(word) && /[^\p{L}\p{N}]/u.test(name.charAt(word.length))));
}

/** Whether one of the words stands in the name. */
export function holdsOne(name: string, words: readonly string[]): boolean {
  return words.some(word => name.includes(word));
}
