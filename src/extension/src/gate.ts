/**
 * Holds back every event that would publish a draft until it was checked. It listens on the window in the capture phase
 * from before the page's first script, so no listener of the page comes before it.
 */
import type { Approvals } from './approvals.ts';
import { composerOfControl, composerOfForm, composerOfKey, type FoundComposer } from './composing.ts';
import { isOfDialog } from './dialog/shield.ts';
import { targetOf } from './dom.ts';
import { draftOf, isEmpty, type Draft } from './draft.ts';
import { fire, press, pressKey } from './firing.ts';
import { isOrphan } from './messages.ts';
import type { Page } from './page.ts';
import type { Attempt, Publishing } from './publishing.ts';

const pressEvents = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'];
const keyEvents = ['keydown', 'keypress', 'keyup'];

export class Gate {
  readonly #page: Page;
  readonly #approvals: Approvals;
  readonly #publishing: Publishing;
  /** Events of the press underway that the site has not seen. */
  #withheld: { control: Element; types: string[] } | null = null;
  #heldKey: string | null = null;
  /** The control whose latest click was held. */
  #heldControl: Element | null = null;

  constructor(page: Page, approvals: Approvals, publishing: Publishing) {
    this.#page = page;
    this.#approvals = approvals;
    this.#publishing = publishing;
  }

  /** May be called again: adding a listener twice adds it once. document.open() takes them away. */
  listen(): void {
    for (const type of pressEvents) addEventListener(type, this.#onPress, { capture: true, passive: false });
    for (const type of keyEvents) addEventListener(type, this.#onKey, { capture: true });
    addEventListener('submit', this.#onSubmit, { capture: true });
    addEventListener('focusin', this.#onFocus, { capture: true });
    (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('navigate', this.#onNavigate);
  }

  /** Steps aside for the script of a newer copy of the extension. */
  retire(): void {
    for (const type of pressEvents) removeEventListener(type, this.#onPress, { capture: true });
    for (const type of keyEvents) removeEventListener(type, this.#onKey, { capture: true });
    removeEventListener('submit', this.#onSubmit, { capture: true });
    removeEventListener('focusin', this.#onFocus, { capture: true });
    (globalThis as { navigation?: EventTarget }).navigation?.removeEventListener('navigate', this.#onNavigate);
  }

  readonly #onPress = (event: Event): void => this.#guard(event, event.type === 'click', () => {
    const target = targetOf(event);
    const pressed = target && composerOfControl(this.#page.adapters, target);
    if (!pressed) return;
    const { found, control } = pressed;
    // The second click of a double click means what the first did, also when the answer came between them.
    if (event.type === 'click' && control === this.#heldControl && (event as MouseEvent).detail > 1) {
      this.#withheld = null;
      return hold(event);
    }
    const draft = draftOf(found);
    if (this.#mayPass(draft)) {
      if (event.type !== 'click') return;
      this.#publishing.left(draft);
      // The site sees the whole press, in order: what was held of it first, then the author's own click.
      const held = this.#withheld?.control === control ? this.#withheld.types : [];
      this.#withheld = null;
      for (const type of held) fire(control, type, event as MouseEvent);
      return;
    }
    hold(event);
    if (event.type === 'click') {
      this.#withheld = null;
      this.#heldControl = control;
      void this.#publishing.publish(attemptOf(found, control, () => press(again(control, found), event as MouseEvent)));
    } else {
      if (this.#withheld?.control !== control) this.#withheld = { control, types: [] };
      if (!event.type.startsWith('touch')) this.#withheld.types.push(event.type);
      if (event.type === 'pointerdown' && this.#page.current?.enabled) this.#publishing.prefetch(draft);
    }
  });

  readonly #onKey = (event: Event): void => this.#guard(event, event.type === 'keydown', () => {
    const key = event as KeyboardEvent;
    // While an input method composes, Enter ends the word and sends nothing.
    if (key.isComposing || key.keyCode === 229) return;
    if (key.type !== 'keydown') {
      if (key.isTrusted && this.#heldKey === key.code) hold(key);
      if (key.isTrusted && key.type === 'keyup') this.#heldKey = null;
      return;
    }
    const target = targetOf(key);
    const found = target && composerOfKey(this.#page.adapters, target, key);
    if (!found) return;
    const draft = draftOf(found);
    if (this.#mayPass(draft)) return this.#publishing.left(draft);
    hold(key);
    if (key.isTrusted) this.#heldKey = key.code;
    if (!key.repeat) void this.#publishing.publish(attemptOf(found, target, () => pressKey(target, key)));
  });

  readonly #onSubmit = (event: Event): void => this.#guard(event, true, () => {
    const { submitter } = event as SubmitEvent;
    const form = event.target as HTMLFormElement;
    this.#holdForm(event, form, submitter, () => form.requestSubmit(submitter?.isConnected ? submitter : null));
  });

  /** A submit event does not leave its shadow root; what is focused is about to be used. */
  readonly #onFocus = (event: Event): void => this.#guard(event, false, () => {
    const root = targetOf(event)?.getRootNode();
    if (root instanceof ShadowRoot) root.addEventListener('submit', this.#onSubmit, { capture: true });
  });

  /** form.submit() fires no submit event; the navigation that follows it can be held. */
  readonly #onNavigate = (event: Event): void => this.#guard(event, true, () => {
    const { formData, cancelable, sourceElement, destination } = event as NavigateEvent & { sourceElement?: Element | null };
    if (!formData || !cancelable) return;
    const form = formOf(sourceElement) ?? [...document.forms].find(({ action }) => action === destination.url);
    if (form) this.#holdForm(event, form, null, () => HTMLFormElement.prototype.submit.call(form));
  });

  #holdForm(event: Event, form: HTMLFormElement, submitter: HTMLElement | null, release: () => void): void {
    const found = composerOfForm(this.#page.adapters, form, submitter);
    if (!found) return;
    const draft = draftOf(found);
    if (this.#mayPass(draft)) return this.#publishing.left(draft);
    hold(event);
    void this.#publishing.publish(attemptOf(found, form, release));
  }

  #mayPass(draft: Draft): boolean {
    if (isEmpty(draft) || this.#approvals.cover(draft)) return true;
    // In strict mode the worker must open the way first.
    return !this.#page.current?.strictMode && this.#publishing.isAllowed(draft);
  }

  /** When anything goes wrong here, nothing leaves unless the policy says so. */
  #guard(event: Event, isDecisive: boolean, handle: () => void): void {
    if (this.#page.isOff || isOfDialog(event)) return;
    try {
      handle();
    } catch {
      if (event.type === 'focusin') return;
      if (this.#page.failsOpen) return;
      hold(event);
      if (isDecisive) void this.#publishing.publish(unreadable());
    }
  }
}

/** What cannot be read: it is told that it could not be checked. */
function unreadable(): Attempt {
  return {
    subject: null,
    read: () => ({ site: location.hostname, audience: undefined, parts: [], files: [] }),
    release: () => undefined,
    failure: isOrphan() ? 'restarted' : 'unread',
  };
}

function attemptOf(found: FoundComposer, subject: Element, release: () => void): Attempt {
  return { subject, read: () => draftOf(found), release };
}

/** The control, or the one that the site has put in its place meanwhile. */
function again(control: Element, { scope, composer }: FoundComposer): Element {
  if (control.isConnected) return control;
  return scope.querySelector(composer.publish.selectors.join(', ')) ?? control;
}

function formOf(element: Element | null | undefined): HTMLFormElement | null {
  if (!element) return null;
  return element instanceof HTMLFormElement ? element : (element as HTMLButtonElement).form ?? null;
}

function hold(event: Event): void {
  event.stopImmediatePropagation();
  // Preventing pointerdown or touchstart would take the click away; preventing mousedown keeps the focus in the editor.
  if (event.cancelable && !/^(pointer|touch)/.test(event.type)) event.preventDefault();
}
