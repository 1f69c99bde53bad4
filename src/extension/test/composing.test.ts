import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptersFor, builtInAdapters } from '../src/adapters.ts';
import { composerOfControl, composerOfForm, composerOfKey } from '../src/composing.ts';
import { draftOf } from '../src/draft.ts';
import { protectionOf } from '../src/protection.ts';
import { one, open } from './page.ts';

const adapters = () => adaptersFor(builtInAdapters, location.hostname, document);
const pressed = (selector: string) => {
  const hit = composerOfControl(adapters(), one(selector));
  return hit && draftOf(hit.found);
};
const texts = (selector: string) => pressed(selector)?.parts.map(({ name, text }) => [name, text]) ?? null;
const sent = (selector: string, key: KeyboardEventInit) => {
  const found = composerOfKey(adapters(), one(selector), new KeyboardEvent('keydown', { key: 'Enter', ...key }));
  return found && draftOf(found).parts[0]?.text;
};

test('a button with a word for publishing publishes the nearest text', () => {
  open('<div><textarea>far</textarea></div><div><div contenteditable="true">near</div><button><b>Publier</b></button></div>');
  assert.deepEqual(texts('b'), [['text', 'near']]);
});

test('a button without such a word publishes nothing', () => {
  open('<textarea>draft</textarea><button type="button">Bold</button><button type="button">Postal code</button>');
  assert.equal(texts('button'), null);
  assert.equal(texts('button:last-child'), null);
});

test('a form sends all its texts and its title', () => {
  open('<form><input type="text" value="News"><textarea>one</textarea><textarea>two</textarea><button>OK</button></form>');
  assert.deepEqual(texts('button'), [['title', 'News'], ['post-1', 'one'], ['post-2', 'two']]);
});

test('signing in publishes nothing', () => {
  open('<form><textarea>note</textarea><input type="password"><button>Send</button></form>');
  assert.equal(composerOfForm(adapters(), one<HTMLFormElement>('form'), null), null);
  assert.equal(texts('button'), null);
});

test('a search publishes nothing', () => {
  open('<form><input type="search" value="4539 1488 0343 6467"><button>Search</button></form>');
  assert.equal(texts('button'), null);
});

test('the posts of a thread are checked together', () => {
  open(`<div role="dialog">
    <div data-testid="tweetTextarea_0" contenteditable="true">one</div><div data-testid="tweetTextarea_1" contenteditable="true">two</div>
    <button data-testid="tweetButton">Post all</button></div>`, 'https://x.com/compose/post');
  assert.deepEqual(texts('button'), [['post-1', 'one'], ['post-2', 'two']]);
  assert.equal(pressed('button')?.site, 'x.com');
});

test('the text is found in another shadow root than the button', () => {
  open('<div id="interop-outlet"></div>', 'https://www.linkedin.com/feed/');
  one('#interop-outlet').attachShadow({ mode: 'open' }).innerHTML =
    '<div role="dialog"><div class="ql-editor" contenteditable="true"><p>draft</p></div><button class="share-actions__primary-action"><span>Post</span></button></div>';
  const hit = composerOfControl(adapters(), one('#interop-outlet').shadowRoot!.querySelector('span')!);
  assert.equal(hit && draftOf(hit.found).parts[0]?.text, 'draft');
});

test('the audience is what the page says', () => {
  const page = (visibility: string) => `<div role="dialog"><button aria-label="${visibility}" class="share-unified-settings-entry-button"></button>
    <div class="ql-editor" contenteditable="true"><p>draft</p></div><button class="share-actions__primary-action">Post</button></div>`;
  open(page('Anyone'), 'https://www.linkedin.com/feed/');
  assert.equal(pressed('.share-actions__primary-action')?.audience, 'public');
  open(page('Relations uniquement'), 'https://www.linkedin.com/feed/');
  assert.equal(pressed('.share-actions__primary-action')?.audience, 'connections');
});

test('Enter sends a message, and nothing else', () => {
  open('<textarea id="chat" placeholder="Write a message">hello</textarea><textarea id="notes">send a message to Zoé</textarea>');
  assert.equal(sent('#chat', {}), 'hello');
  assert.equal(sent('#chat', { shiftKey: true }), null);
  assert.equal(sent('#notes', {}), null, 'what is written is not what the field is for');
  assert.equal(sent('#notes', { ctrlKey: true }), 'send a message to Zoé');
});

test('a prompt is for an AI', () => {
  open('<div id="prompt-textarea" contenteditable="true"><p>draft</p></div><button data-testid="send-button"></button>', 'https://chatgpt.com/');
  assert.deepEqual([pressed('button')?.site, pressed('button')?.audience], ['chatgpt.com', 'ai']);
  assert.equal(sent('#prompt-textarea', {}), 'draft');
});

test('a page is protected when one of the composers can hold what is written, not only the first', () => {
  open('<div><textarea>draft</textarea><button type="button">Publish</button></div>');
  assert.equal(protectionOf(adapters(), one('textarea'))?.protection, 'protected');
  open('<div><textarea>draft</textarea><button type="button">Bold</button></div>');
  assert.equal(protectionOf(adapters(), one('textarea'))?.protection, 'notProtected');
});
