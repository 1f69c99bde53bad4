/** Where on the page something is being written, and which events would publish it. */
import { isGeneric, siteOf, type Adapter, type Composer, type SendKey } from './adapters.ts';
import { ancestors, closestDeep, queryDeep } from './dom.ts';
import { beginsWithOne, holdsOne, labelOf, nameOf } from './names.ts';
import { isTextField } from './reader.ts';

/** A composer that was found on the page. */
export interface FoundComposer {
  adapter: Adapter;
  composer: Composer;
  site: string;
  /** Around text and controls. */
  scope: ParentNode;
  /** The texts that would be published together, in order. */
  texts: Element[];
}

/** The composer that a press on this element would publish, and the control that was pressed. */
export function composerOfControl(adapters: readonly Adapter[], target: Element): { found: FoundComposer; control: Element } | null {
  for (const adapter of adapters) {
    for (const composer of adapter.composers) {
      const control = closestDeep(target, list(composer.publish.selectors));
      if (!control || !isNamed(control, composer)) continue;
      const form = (control as HTMLButtonElement).form;
      // A form sends all its fields, whichever of them stands nearest.
      const found = isGeneric(adapter) && form ? ofForm(adapter, form) : around(adapter, composer, control);
      if (found) return { found, control };
    }
  }
  return null;
}

/** The composer whose text has the focus, when this key would send it. */
export function composerOfKey(adapters: readonly Adapter[], target: Element, event: KeyboardEvent): FoundComposer | null {
  const key = sendKeyOf(event);
  return (key && composersOfText(adapters, target, (composer, text) => sends(composer, text, key)).next().value) ?? null;
}

function sends({ sendKeys }: Composer, text: Element, key: SendKey): boolean {
  if (!sendKeys?.keys.includes(key)) return false;
  // A modifier says what is meant; Enter alone means a new line in most fields.
  return key !== 'Enter' || !sendKeys.words || holdsOne(labelOf(text), sendKeys.words);
}

/** The first composer that an element is a text of. */
export function composerOfText(adapters: readonly Adapter[], target: Element): FoundComposer | null {
  return composersOfText(adapters, target).next().value ?? null;
}

/** The composers that an element is a text of, among those that are wanted. */
export function* composersOfText(
  adapters: readonly Adapter[], target: Element, isWanted: (composer: Composer, text: Element) => boolean = () => true,
): Generator<FoundComposer, undefined> {
  for (const adapter of adapters) {
    for (const composer of adapter.composers) {
      const text = closestDeep(target, list(composer.text));
      if (!text || !isWritable(text) || !isWanted(composer, text)) continue;
      const scope = scopeOf(composer, text);
      const texts = composer.thread && scope ? queryDeep(scope, list(composer.text)).filter(isWritable) : [text];
      yield { adapter, composer, site: siteFor(adapter), scope: scope ?? nearestForm(text), texts };
    }
  }
}

/** The composer whose text a form would send. */
export function composerOfForm(adapters: readonly Adapter[], form: HTMLFormElement, submitter: Element | null): FoundComposer | null {
  const pressed = submitter && composerOfControl(adapters.filter(adapter => !isGeneric(adapter)), submitter);
  if (pressed) return pressed.found;
  for (const adapter of adapters) {
    const found = ofForm(adapter, form);
    if (found) return found;
  }
  return null;
}

function ofForm(adapter: Adapter, form: HTMLFormElement): FoundComposer | null {
  // Signing in publishes nothing.
  if (form.querySelector('input[type=password]')) return null;
  for (const composer of adapter.composers) {
    const texts = queryDeep(form, list(composer.text)).filter(isWritable);
    if (texts.length > 0) return { adapter, composer, site: siteFor(adapter), scope: form, texts };
  }
  return null;
}

function around(adapter: Adapter, composer: Composer, control: Element): FoundComposer | null {
  const scope = scopeOf(composer, control);
  if (composer.scope && !scope) return null;
  const texts = queryDeep(scope ?? control.ownerDocument, list(composer.text)).filter(isWritable);
  const own = composer.thread ? texts : nearest(control, texts);
  return own.length > 0 ? { adapter, composer, site: siteFor(adapter), scope: scope ?? nearestShared(control, own[0]!), texts: own } : null;
}

function scopeOf(composer: Composer, inner: Element): Element | null {
  return composer.scope ? closestDeep(inner, list(composer.scope)) : null;
}

/** Of several texts, those that share the innermost ancestor with the control. */
function nearest(control: Element, texts: readonly Element[]): Element[] {
  const depths = new Map([...ancestors(control)].map((element, depth) => [element, depth]));
  const distances = texts.map(text => {
    for (const element of ancestors(text)) {
      const depth = depths.get(element);
      if (depth !== undefined) return depth;
    }
    return Infinity;
  });
  const least = Math.min(...distances);
  return texts.filter((_, index) => distances[index] === least);
}

function nearestShared(control: Element, text: Element): ParentNode {
  const around = new Set(ancestors(control));
  return [...ancestors(text)].find(element => around.has(element)) ?? control.ownerDocument;
}

function nearestForm(text: Element): ParentNode {
  return closestDeep(text, 'form, dialog, [role=dialog]') ?? text;
}

function isNamed(control: Element, composer: Composer): boolean {
  return !composer.publish.words || beginsWithOne(nameOf(control), composer.publish.words);
}

/** Not what an editor keeps hidden beside itself, and not what nobody can write in. */
function isWritable(text: Element): boolean {
  if (isTextField(text)) return !text.disabled && !text.readOnly;
  return text.closest('[contenteditable=false]') !== text;
}

function sendKeyOf(event: KeyboardEvent): SendKey | null {
  if (event.key !== 'Enter' || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return 'Mod+Enter';
  return event.shiftKey ? 'Shift+Enter' : 'Enter';
}

/** The host of the page; of the page around it for a frame without an address. */
export function hostOfPage(): string {
  return new URL(document.baseURI).hostname || new URL(self.origin === 'null' ? 'about:blank' : self.origin).hostname;
}

function siteFor(adapter: Adapter): string {
  return siteOf(adapter, hostOfPage());
}

function list(selectors: readonly string[]): string {
  return selectors.join(', ');
}
