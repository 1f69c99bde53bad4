const focusable = 'button:not([disabled]), input:not([disabled]), textarea, [tabindex="0"]';

/** The element that the Tab key leads to; from the last one back to the first. A set of radio buttons is one stop. */
export function nextFocus(within: HTMLElement, active: Element | null, backwards: boolean): HTMLElement | null {
  const all = [...within.querySelectorAll<HTMLElement>(focusable)].filter(one => one.checkVisibility() && isStop(one, within));
  const at = active ? all.findIndex(one => one === active || sameRadios(one, active)) : -1;
  const next = backwards ? (at <= 0 ? all.length - 1 : at - 1) : (at + 1) % all.length;
  return all[next] ?? null;
}

function isStop(one: HTMLElement, within: HTMLElement): boolean {
  if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
  const radios = [...within.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  return one === (radios.find(radio => radio.checked) ?? radios[0]);
}

function sameRadios(one: Element, other: Element): boolean {
  return one instanceof HTMLInputElement && other instanceof HTMLInputElement && one.type === 'radio' && other.type === 'radio';
}
