/** Makes again the events that were held back, so that the site's own action follows. */

const pressTypes = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;

/** Presses a control as a mouse would. */
export function press(control: Element, like: MouseEvent | null): void {
  for (const type of pressTypes) fire(control, type, like);
}

/** One of the events of a press. */
export function fire(control: Element, type: string, like: MouseEvent | null): void {
  const { left, top, width, height } = control.getBoundingClientRect();
  const isDown = type.endsWith('down');
  const init: PointerEventInit = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    detail: type.startsWith('pointer') ? 0 : 1,
    button: 0,
    buttons: isDown ? 1 : 0,
    clientX: like?.clientX || left + width / 2,
    clientY: like?.clientY || top + height / 2,
    ctrlKey: like?.ctrlKey,
    shiftKey: like?.shiftKey,
    altKey: like?.altKey,
    metaKey: like?.metaKey,
    pointerId: 1,
    pointerType: 'mouse',
    isPrimary: true,
  };
  control.dispatchEvent(type.startsWith('mouse') ? new MouseEvent(type, init) : new PointerEvent(type, init));
}

/** Presses a key in a text; when the site makes nothing of it, does what the browser would have done. */
export function pressKey(target: Element, key: KeyboardEvent): void {
  const wasTaken = !target.dispatchEvent(keyEvent('keydown', key));
  if (!wasTaken) typeKey(target, key);
  target.dispatchEvent(keyEvent('keyup', key));
}

function keyEvent(type: string, key: KeyboardEvent): KeyboardEvent {
  const { code, location, ctrlKey, shiftKey, altKey, metaKey, keyCode, which } = key;
  // keyCode and which are read by older editors, and a synthetic event may bear them by these members.
  const init = { key: key.key, code, location, ctrlKey, shiftKey, altKey, metaKey, keyCode, which, bubbles: true, cancelable: true, composed: true };
  return new KeyboardEvent(type, init);
}

function typeKey(target: Element, key: KeyboardEvent): void {
  if (key.ctrlKey || key.metaKey) return;
  const document = target.ownerDocument;
  if (target.localName === 'input') (target as HTMLInputElement).form?.requestSubmit();
  else if (target.localName === 'textarea') document.execCommand('insertText', false, '\n');
  else document.execCommand(key.shiftKey ? 'insertLineBreak' : 'insertParagraph');
}
