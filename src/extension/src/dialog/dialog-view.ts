import { element } from '../element.ts';
import { icon } from '../icon.ts';
import type { DialogChoice, DialogRequest } from './dialog.ts';
import { draftView, showFirstMark } from './draft-view.ts';
import { findingsView, type Ticks } from './findings-view.ts';
import { nextFocus } from './focus.ts';
import { FooterView } from './footer-view.ts';
import { offersOf, shownFindings, type Offers } from './offers.ts';
import { progressView } from './progress-view.ts';
import { ReasonView } from './reason-view.ts';
import { summaryOf } from './summary.ts';
import { unreadView } from './unread-view.ts';
import { wordings, type Wording } from './wording.ts';

/** What stands in the dialog, and what the author does there. */
export class DialogView {
  readonly #dialog: HTMLDialogElement;
  readonly #choose: (choice: DialogChoice) => void;
  readonly #form = element('form', { novalidate: true });
  readonly #heard = element('p', { class: 'heard', role: 'status' });
  readonly #ticks: Ticks = { replacing: new Set(), falseAlarms: new Set() };
  #reason: ReasonView | null = null;
  #footer: FooterView | null = null;
  #request: DialogRequest | null = null;
  #offers: Offers = { publish: 'no', retry: false, replaceable: new Set() };
  #say: Wording = wordings.en;

  constructor(dialog: HTMLDialogElement, choose: (choice: DialogChoice) => void) {
    this.#dialog = dialog;
    this.#choose = choose;
    dialog.append(this.#form, this.#heard);
    // These two never leave the shadow root: the page sees neither.
    this.#form.addEventListener('submit', event => {
      event.preventDefault();
      if (event.isTrusted) this.#act((event.submitter as HTMLButtonElement | null)?.value ?? '');
    });
    this.#form.addEventListener('change', event => {
      if (event.isTrusted && event.target instanceof HTMLInputElement) this.#tick(event.target);
    });
  }

  get falseAlarms(): string[] {
    return [...this.#ticks.falseAlarms];
  }

  show(request: DialogRequest): void {
    const before = this.#request;
    this.#request = request;
    this.#say = wordings[request.locale];
    this.#dialog.lang = request.locale;
    this.#build(request, before);
  }

  /** The safest thing to do. */
  focus(): void {
    showFirstMark(this.#form);
    this.#form.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  }

  /** Events that the shield keeps from the page. */
  onEvent(event: Event): void {
    if (event.type === 'input') this.#reason?.refresh();
    if (!(event instanceof KeyboardEvent) || event.type !== 'keydown' || event.isComposing) return;
    const active = (this.#dialog.getRootNode() as ShadowRoot).activeElement;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#act(this.#request?.state === 'checking' ? 'cancel' : 'edit');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      nextFocus(this.#form, active, event.shiftKey)?.focus();
    } else if (event.key === 'Enter' && (event.repeat || active instanceof HTMLInputElement)) {
      // A key still held from the page's own editor presses nothing here; in a field, it would press the first button.
      event.preventDefault();
    }
  }

  #build(request: DialogRequest, before: DialogRequest | null): void {
    const say = this.#say;
    const findings = shownFindings(request);
    this.#offers = offersOf(request);
    if (before?.answer?.id !== request.answer?.id) {
      this.#ticks.replacing = new Set(this.#offers.replaceable);
      this.#ticks.falseAlarms.clear();
      this.#reason = null;
    }
    this.#reason ??= this.#offers.publish === 'reason' ? new ReasonView(request.justifications, request.locale, say) : null;

    const { tone, title, lead } = summaryOf(request, findings, this.#offers, say);
    this.#footer = new FooterView(request, this.#offers, say);
    this.#form.className = tone;
    this.#form.replaceChildren(
      element('header', {},
        element('span', { class: 'emblem' }, icon(tone)),
        element('h1', { id: 'title' }, title),
        element('p', { id: 'lead' }, lead.join(' ')),
        request.state !== 'checking' && element('button', { type: 'submit', value: 'cancel', class: 'close', title: say.buttons.cancel }, icon('close'), element('span', { class: 'heard' }, say.buttons.cancel))),
      element('div', { class: 'body' },
        request.state === 'checking' && progressView(request.files ?? [], say),
        request.state === 'findings' && draftView(request, findings, say),
        request.state === 'findings' && findingsView(request, findings, this.#offers, this.#ticks, say),
        request.state === 'findings' && unreadView(request, findings.length === 0, say),
        request.state === 'findings' && this.#reason?.element),
      this.#footer.element);
    this.#refresh();
    if (before) {
      this.#heard.textContent = [`${title}.`, ...lead].join(' ');
      this.focus();
    }
  }

  /** Brings buttons and boxes in line with what is ticked. */
  #refresh(): void {
    const { replacing } = this.#ticks;
    const isGivingReason = this.#offers.publish === 'reason' && this.#reason?.element.hidden === false;
    this.#footer?.refresh(replacing.size, isGivingReason);
    for (const input of this.#form.querySelectorAll<HTMLInputElement>('input[data-replace]')) input.checked = replacing.has(input.dataset.replace!);
  }

  #tick(input: HTMLInputElement): void {
    const { replacing, falseAlarms } = this.#ticks;
    const { replace, falseAlarm } = input.dataset;
    if (input.name === 'reason') this.#reason?.refresh();
    if (replace) put(replacing, replace, input.checked);
    if (falseAlarm) {
      put(falseAlarms, falseAlarm, input.checked);
      if (this.#offers.replaceable.has(falseAlarm)) put(replacing, falseAlarm, !input.checked);
    }
    this.#refresh();
  }

  #act(action: string): void {
    const { falseAlarms } = this;
    if (action === 'edit' || action === 'cancel') this.#choose({ choice: action, falseAlarms });
    if (action === 'retry') this.#choose({ choice: action });
    if (action === 'redact') this.#choose({ choice: action, findingIds: [...this.#ticks.replacing], falseAlarms });
    if (action === 'publish') this.#publishAs(this.#offers.publish, falseAlarms);
  }

  #publishAs(offer: Offers['publish'], falseAlarms: string[]): void {
    if (offer === 'no') return;
    if (offer !== 'reason' || !this.#reason) return this.#choose({ choice: 'publish', falseAlarms });
    if (this.#reason.element.hidden) {
      this.#reason.element.hidden = false;
      this.#refresh();
      return this.#reason.focus();
    }
    const justification = this.#reason.value();
    if (justification) this.#choose({ choice: 'publish', justification, falseAlarms });
  }
}

function put(ids: Set<string>, id: string, isIn: boolean): void {
  if (isIn) ids.add(id);
  else ids.delete(id);
}
