/** Attributes of an element; null, undefined and false leave one out, true sets it empty. */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** Something that can stand inside an element; null stands for nothing. */
export type Child = Node | string | null | undefined | false;

/** Makes an element. Text becomes text, never markup, so that pages that demand Trusted Types allow it and no draft can inject. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/1999/xhtml', tag) as HTMLElementTagNameMap[K];
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return made;
}
