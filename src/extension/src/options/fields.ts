import { element, type Child } from '../element.ts';

/** A labelled control with a hint, and room for what is wrong with it. */
export function field(label: string, control: HTMLInputElement | HTMLSelectElement, hint?: string): HTMLElement {
  const described = [hint && `${control.id}-hint`, `${control.id}-fault`].filter(Boolean).join(' ');
  control.setAttribute('aria-describedby', described);
  return element('div', { class: 'field' },
    element('label', { for: control.id }, label),
    control,
    hint && element('p', { class: 'soft small', id: `${control.id}-hint` }, hint),
    element('p', { class: 'fault', id: `${control.id}-fault`, role: 'alert' }));
}

/** A box to tick, and what it does. */
export function tick(label: string, control: HTMLInputElement, hint?: string): HTMLElement {
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`);
  return element('div', { class: 'tick' }, control, element('label', { for: control.id }, label), hint && element('p', { class: 'soft small', id: `${control.id}-hint` }, hint));
}

/** Says what is wrong with a control; the empty text takes it back. */
export function complain(control: HTMLInputElement, fault: string): void {
  document.getElementById(`${control.id}-fault`)!.textContent = fault;
  if (fault === '') return control.removeAttribute('aria-invalid');
  control.setAttribute('aria-invalid', 'true');
  control.focus();
}

export function card(title: string, ...children: Child[]): HTMLElement {
  return element('section', { class: 'card' }, element('h2', {}, title), ...children);
}

export function button(text: string, act: () => Promise<void> | void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', () => void act());
  return made;
}
