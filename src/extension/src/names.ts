/** What assistive software would call an element, near enough to recognise a button or a field by its words. */
export function nameOf(element: Element): string {
  const labelledBy = element.getAttribute('aria-labelledby');
  const label = labelledBy && (element.getRootNode() as Document | ShadowRoot).getElementById?.(labelledBy)?.textContent;
  const candidates = [
    label,
    element.getAttribute('aria-label'),
    element.getAttribute('placeholder'),
    element.getAttribute('data-placeholder'),
    element.getAttribute('aria-placeholder'),
    element.localName === 'input' ? (element as HTMLInputElement).value : element.localName === 'textarea' ? null : element.textContent,
    element.getAttribute('title'),
  ];
  return (candidates.find(candidate => candidate?.trim()) ?? '').trim().replace(/\s+/g, ' ').toLocaleLowerCase();
}

/** Whether the name is one of the words, or begins with one. */
export function beginsWithOne(name: string, words: readonly string[]): boolean {
  return words.some(word => name === word || (name.startsWith(word) && /[^\p{L}\p{N}]/u.test(name.charAt(word.length))));
}

/** Whether one of the words stands in the name. */
export function holdsOne(name: string, words: readonly string[]): boolean {
  return words.some(word => name.includes(word));
}
