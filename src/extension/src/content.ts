/** The content script: wires the gate to the page. It runs before the page's first script, in every frame. */
import { Approvals } from './approvals.ts';
import { installShield } from './dialog/shield.ts';
import { FileGate } from './files.ts';
import { Gate } from './gate.ts';
import { Page } from './page.ts';
import { SelfTest } from './protection.ts';
import { Publishing } from './publishing.ts';
import { Typing } from './typing.ts';
import { Verdicts } from './verdicts.ts';

const successor = 'dlp-successor';

const page = new Page();
const verdicts = new Verdicts();
const approvals = new Approvals();
const publishing = new Publishing(page, approvals, verdicts);
const listeners = [
  new Gate(page, approvals, publishing),
  new FileGate(page, publishing),
  new SelfTest(page),
  new Typing(page, verdicts),
];

dispatchEvent(new Event(successor));
listen();
// document.open() takes the listeners of the window away; adding one twice adds it once.
new MutationObserver(listen).observe(document, { childList: true });
addEventListener(successor, retire);
chrome.runtime.onMessage.addListener((message: { type?: string }, _, respond: (answer: boolean) => void) => {
  if (message.type === 'settingsChanged') void page.refresh();
  if (message.type === 'areYouThere') respond(true);
});

function listen(): void {
  installShield(); // first: what happens in the dialog is not the page's, nor the gate's
  for (const listener of listeners) listener.listen();
}

/** Makes way for the script of a newer copy. A page may send this event too; only a script without its extension heeds it. */
function retire(): void {
  if (chrome.runtime?.id) return;
  removeEventListener(successor, retire);
  for (const listener of listeners.splice(0)) listener.retire();
}
