import { element } from '../element.ts';
import type { DialogRequest } from './dialog.ts';
import type { Offers } from './offers.ts';
import type { Wording } from './wording.ts';

/** The second click of a double click must not publish what the author has not seen. */
const publishableAfterMilliseconds = 500;

/** The buttons: what the verdict allows, the safest one marked as the first to have the focus. */
export class FooterView {
  readonly element: HTMLElement;
  readonly #redact = element('button', { type: 'submit', value: 'redact', class: 'primary' });
  readonly #publish = element('button', { type: 'submit', value: 'publish', class: 'quiet', disabled: true });
  readonly #offers: Offers;
  readonly #say: Wording;

  constructor({ state }: DialogRequest, offers: Offers, say: Wording) {
    this.#offers = offers;
    this.#say = say;
    const { buttons } = say;
    const hasRedact = offers.replaceable.size > 0;
    const button = (value: string, text: string, look: string, isFirst = false) => element('button', { type: 'submit', value, class: look, 'data-first': isFirst }, text);
    this.element = state === 'checking'
      ? element('footer', {}, button('cancel', buttons.stop, 'plain', true))
      : element('footer', {},
        hasRedact && this.#redact,
        offers.retry && button('retry', buttons.retry, 'primary'),
        button('edit', buttons.edit, hasRedact || offers.retry ? 'plain' : 'primary', true),
        offers.publish !== 'no' && this.#publish);
    setTimeout(() => {
      this.#publish.disabled = false;
    }, publishableAfterMilliseconds);
  }

  /** Brings the buttons in line with what is ticked. */
  refresh(replacing: number, isGivingReason: boolean): void {
    const { buttons } = this.#say;
    this.#redact.textContent = buttons.redact(replacing, this.#offers.replaceable.size);
    this.#redact.disabled = replacing === 0;
    this.#publish.textContent = isGivingReason ? buttons.publishWithReason : buttons.publish[this.#offers.publish];
  }
}
