import { element } from '../element.ts';
import type { Justification, Locale } from '../protocol.ts';
import { typeset } from '../typography.ts';
import type { Wording } from './wording.ts';

/** As many as the API takes. */
const mostCharacters = 2000;

/** The reason that says nothing by itself: words must come with it. */
const needsWords = 'other';

/** Where the author says why something may be published all the same. */
export class ReasonView {
  readonly element: HTMLElement;
  readonly #text: HTMLTextAreaElement;
  readonly #used = element('p', { class: 'used', id: 'used' });
  readonly #error = element('p', { class: 'error', id: 'reason-error', role: 'alert' });
  readonly #choices: HTMLInputElement[];
  readonly #say: Wording;

  constructor(justifications: readonly Justification[], locale: Locale, say: Wording) {
    this.#say = say;
    this.#text = element('textarea', { id: 'reason-text', rows: 2, dir: 'auto', maxlength: mostCharacters, 'aria-describedby': 'used kept reason-error', spellcheck: 'false' });
    this.#choices = justifications.map(({ code }) => element('input', { type: 'radio', name: 'reason', value: code, 'aria-describedby': 'reason-error' }));
    this.element = element('section', { class: 'reason', hidden: true },
      element('fieldset', {},
        element('legend', {}, say.reason.title),
        this.#error,
        ...justifications.map(({ title }, index) => element('label', {}, this.#choices[index], element('span', {}, typeset(title[locale], locale))))),
      element('label', { for: 'reason-text', class: 'words' }, say.reason.text),
      this.#text,
      element('div', { class: 'below' }, element('p', { id: 'kept', class: 'hint' }, say.reason.kept), this.#used));
    this.refresh();
  }

  focus(): void {
    (this.#choices.find(choice => choice.checked) ?? this.#choices[0] ?? this.#text).focus();
    this.element.scrollIntoView({ block: 'nearest' });
  }

  /** Says how much was written, and takes back what was said of a fault. */
  refresh(): void {
    this.#used.textContent = this.#say.reason.used(this.#text.value.length, mostCharacters);
    this.#complain('', null);
  }

  /** The reason; null when it is none yet, after telling what is missing. */
  value(): { code: string; text: string } | null {
    const text = this.#text.value.trim();
    const code = this.#choices.find(choice => choice.checked)?.value ?? (this.#choices.length === 0 ? needsWords : '');
    if (code === '') return this.#complain(this.#say.reason.choose, this.#choices[0]!);
    if (code === needsWords && text === '') return this.#complain(this.#say.reason.explain, this.#text);
    return { code, text };
  }

  #complain(fault: string, field: HTMLElement | null): null {
    this.#error.textContent = fault;
    for (const one of [...this.#choices, this.#text]) one.removeAttribute('aria-invalid');
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
    return null;
  }
}
