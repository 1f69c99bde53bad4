/** Finding elements through shadow roots, closed ones too, and through frames of the same origin. */

/** An element that may hold a shadow root: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const possibleHost = /^(?:[a-z].*-.*|article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

// Once the extension was reloaded, this script can no longer open closed roots; those it knows it keeps.
const knownRoots = new WeakMap<Element, ShadowRoot>();

/** The shadow root of an element, open or closed. Throws in an orphaned script when the element may well have one. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!(element instanceof HTMLElement) || !possibleHost.test(element.localName)) return null;
  try {
    const root = closedRootOf(element);
    if (root) knownRoots.set(element, root);
    return root;
  } catch (error) {
    const known = knownRoots.get(element);
    if (!known && (element.localName.includes('-') || !element.hasChildNodes())) throw error;
    return known ?? null;
  }
}

function closedRootOf(element: HTMLElement): ShadowRoot | null {
  if (typeof chrome !== 'undefined' && chrome.dom) return chrome.dom.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ?? null;
}

/** The document of a frame of the same origin, else null. */
function documentIn(element: Element): Document | null {
  return element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
}

/** The root itself, and all roots and documents below it. */
function* rootsBelow(root: ParentNode): Generator<ParentNode> {
  yield root;
  for (const element of root.querySelectorAll('*')) {
    const inner = shadowRootOf(element) ?? documentIn(element);
    if (inner) yield* rootsBelow(inner);
  }
}

/** All elements that match, in document order within each root. A selector does not cross the edge of a root. */
export function queryDeep(root: ParentNode, selector: string): Element[] {
  return [...rootsBelow(root)].flatMap(inner => [...inner.querySelectorAll(selector)]);
}

/** The element around this one: its parent, the host of its root, the frame of its document. */
export function parentOf(node: Node): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  if (root instanceof ShadowRoot) return root.host;
  try {
    return node.ownerDocument?.defaultView?.frameElement ?? null;
  } catch {
    return null; // a frame of another origin
  }
}

/** The element and all around it, innermost first. */
export function* ancestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = parentOf(at)) yield at;
}

/** The nearest element that matches, the element itself included. */
export function closestDeep(element: Element, selector: string): Element | null {
  for (const at of ancestors(element)) if (at.matches(selector)) return at;
  return null;
}

/** The innermost element that an event is about, inside closed shadow roots too. */
export function targetOf(event: Event): Element | null {
  let target = event.composedPath()[0];
  if (target instanceof Text) target = target.parentElement ?? undefined;
  if (!(target instanceof Element)) return null;
  for (;;) {
    const root = shadowRootOf(target as Element);
    const inner: Element | null = root && innermost(root, event);
    if (!inner || inner === target) return target as Element;
    target = inner;
  }
}

function innermost(root: ShadowRoot, event: Event): Element | null {
  const isAtPoint = event instanceof MouseEvent && (event.clientX !== 0 || event.clientY !== 0);
  return isAtPoint ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
}
