import { element } from '../element.ts';
import theme from '../theme.css';
import { watchCover } from './cover.ts';
import styles from './dialog.css';
import { guard } from './shield.ts';

/** True in the test build only, so that tests can look inside. */
declare const __OPEN_SHADOW__: boolean;

/** Times within ten seconds that a page may remove or cover the dialog before the dialog gives up, and the draft is not published. */
const mostRepairs = 20;
const repairPeriod = 10_000;

export interface SurfaceEvents {
  /** Events of the dialog that would otherwise reach the page; trusted ones only. */
  onEvent(event: Event): void;
  /** The browser was asked to close the dialog (the back gesture). */
  onDismiss(): void;
  /** The page does not let the dialog be. */
  onLost(): void;
}

/** A modal `<dialog>` in a shadow root that the page can neither read nor, for long, remove, hide or cover. */
export interface Surface {
  readonly dialog: HTMLDialogElement;
  show(): void;
  /** Takes it away and gives the focus back to what had it. */
  close(): void;
}

export function openSurface(events: SurfaceEvents): Surface {
  const focusedBefore = deepActiveElement();
  const host = element('div');
  // Whatever the page's style sheets say: what stands in the style attribute as important beats them.
  host.style.cssText = 'all: initial !important; display: block !important';
  const hostStyle = host.style.cssText;
  const root = host.attachShadow({ mode: __OPEN_SHADOW__ ? 'open' : 'closed' });
  addStyles(root);
  const dialog = element('dialog', { role: 'alertdialog', 'aria-modal': 'true', 'aria-labelledby': 'title', 'aria-describedby': 'lead' });
  root.append(dialog);

  let isOpen = true;
  let repairs: number[] = [];
  let focused: HTMLElement | null = null;
  let endCover = () => {};
  root.addEventListener('focusin', event => {
    if (event.target instanceof HTMLElement && event.target !== dialog) focused = event.target;
  });

  const show = () => {
    if (!isOpen) return;
    const hadFocus = focused;
    if (!host.isConnected) document.documentElement.append(host);
    if (dialog.open) dialog.close();
    dialog.showModal();
    hadFocus?.focus({ preventScroll: true });
  };
  const repair = () => {
    const now = performance.now();
    repairs = [...repairs.filter(at => now - at < repairPeriod), now];
    if (repairs.length > mostRepairs) events.onLost();
    else show();
  };
  const changes = new MutationObserver(() => {
    for (const { name } of [...host.attributes]) if (name !== 'style') host.removeAttribute(name);
    if (host.style.cssText !== hostStyle) host.style.cssText = hostStyle;
    if (!host.isConnected) repair();
    changes.takeRecords();
  });
  changes.observe(document, { childList: true });
  changes.observe(document.documentElement, { childList: true });
  changes.observe(host, { attributes: true });
  const endGuard = guard(host, events.onEvent);
  dialog.addEventListener('cancel', event => event.preventDefault());
  dialog.addEventListener('close', () => {
    if (isOpen && !dialog.open) events.onDismiss();
  });

  return {
    dialog,
    show() {
      show();
      endCover = watchCover(host, dialog, repair);
    },
    close() {
      isOpen = false;
      changes.disconnect();
      endCover();
      endGuard();
      host.remove();
      if (focusedBefore?.isConnected) focusedBefore.focus({ preventScroll: true });
    },
  };
}

/** A constructed sheet is no inline style, so no Content-Security-Policy of the page forbids it. */
function addStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme + styles);
  root.adoptedStyleSheets = [sheet];
}

/** The element that has the focus, inside open shadow roots too. */
function deepActiveElement(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}
