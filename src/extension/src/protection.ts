/** The self-test of the adapters: whether what is being written on this page could be held back. */
import { isGeneric, type Adapter } from './adapters.ts';
import { composersOfText, type FoundComposer } from './composing.ts';
import { queryDeep, targetOf } from './dom.ts';
import { ask, isOrphan, type Protection } from './messages.ts';
import { beginsWithOne, nameOf } from './names.ts';
import type { Page } from './page.ts';

// Sites show their button once there is something to publish.
const settling = 1500;

export class SelfTest {
  readonly #page: Page;
  #told: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  listen(): void {
    addEventListener('input', this.#onInput, { capture: true, passive: true });
  }

  retire(): void {
    removeEventListener('input', this.#onInput, { capture: true });
    clearTimeout(this.#timer);
  }

  readonly #onInput = (event: Event): void => {
    if (!event.isTrusted || isOrphan() || !this.#page.current?.enabled) return;
    const target = targetOf(event);
    clearTimeout(this.#timer);
    if (target) this.#timer = setTimeout(() => this.#test(target), settling);
  };

  #test(target: Element): void {
    if (isOrphan() || !target.isConnected || !this.#page.current?.enabled) return;
    const tested = protectionOf(this.#page.adapters, target);
    if (!tested) return;
    const own = this.#page.adapters.find(adapter => !isGeneric(adapter));
    this.#tell(own ?? tested.found.adapter, tested.found.site, tested.protection);
  }

  #tell({ name, version }: Adapter, site: string, protection: Protection): void {
    const told = `${name} ${version} ${protection}`;
    if (told === this.#told) return;
    this.#told = told;
    ask({ type: 'protection', site, adapter: name, adapterVersion: version, protection }).catch(() => undefined);
  }
}

/** Whether what is written in an element could be held back: by one at least of the composers that it may be a text of. */
export function protectionOf(adapters: readonly Adapter[], target: Element): { found: FoundComposer; protection: Protection } | null {
  const all = [...composersOfText(adapters, target)];
  const held = all.find(canBeHeld);
  const found = held ?? all[0];
  return found ? { found, protection: held ? 'protected' : 'notProtected' } : null;
}

/** Whether there is a control that would publish it, or a key. */
function canBeHeld({ composer, scope, texts }: FoundComposer): boolean {
  if (composer.sendKeys?.keys.includes('Enter') && !composer.sendKeys.words) return true;
  const around = scope === texts[0] ? texts[0]!.ownerDocument : scope;
  return queryDeep(around, composer.publish.selectors.join(', '))
    .some(control => !composer.publish.words || beginsWithOne(nameOf(control), composer.publish.words));
}
