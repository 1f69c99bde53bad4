import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptersFor, builtInAdapters, isGeneric, newest, siteOf, usableAdapters, type Adapter } from '../src/adapters.ts';
import { validAdapters } from '../src/served-adapters.ts';
import { open } from './page.ts';

const sites = ['LinkedIn', 'X', 'Facebook', 'Mastodon', 'Bluesky', 'Reddit', 'Slack', 'Microsoft Teams', 'Gmail', 'ChatGPT', 'Claude', 'Gemini', 'Copilot', 'WordPress'];
const linkedIn = builtInAdapters.find(({ name }) => name === 'LinkedIn')!;

test('every site that is promised has an adapter that the schema allows', () => {
  assert.deepEqual(validAdapters(builtInAdapters), builtInAdapters);
  assert.deepEqual(sites.filter(site => !builtInAdapters.some(({ name }) => name === site)), []);
});

test('every selector is one', () => {
  open('');
  assert.deepEqual(usableAdapters(builtInAdapters).map(({ name }) => name), builtInAdapters.map(({ name }) => name));
});

test('the generic adapter is for every page, and comes last', () => {
  open('');
  const names = adaptersFor(builtInAdapters, 'www.linkedin.com', document).map(({ name }) => name);
  assert.deepEqual(names, ['LinkedIn', 'Any page']);
  assert.deepEqual(adaptersFor(builtInAdapters, 'notlinkedin.com', document).map(({ name }) => name), ['Any page']);
});

test('software that runs on many hosts is known by its page', () => {
  open('<div id="mastodon"></div>');
  assert.equal(adaptersFor(builtInAdapters, 'social.example', document)[0]?.name, 'Mastodon');
});

test('a page of a site is told to the API by the site’s name', () => {
  assert.equal(siteOf(linkedIn, 'www.linkedin.com'), 'linkedin.com');
  assert.equal(siteOf(builtInAdapters.find(isGeneric)!, 'blog.example'), 'blog.example');
});

test('a served adapter takes the place of the shipped one when it is newer', () => {
  const served = (version: string): Adapter => ({ ...linkedIn, version });
  const versionAfter = (version: string) => newest(builtInAdapters, [served(version)]).find(({ name }) => name === 'LinkedIn')!.version;
  assert.equal(versionAfter('10'), '10');
  assert.equal(versionAfter('0.9'), linkedIn.version);
  assert.ok(isGeneric(newest(builtInAdapters, [{ ...linkedIn, name: 'New' }]).at(-1)!));
});

for (const [what, change] of Object.entries<object>({
  'an unknown member': { script: 'alert(1)' },
  'no version': { version: undefined },
  'a host that is an address': { hosts: ['https://x.example/'] },
  'a rule that blocks every site': { publishRequests: ['*'] },
  'a composer without a control': { composers: [{ name: 'post', text: ['textarea'] }] },
})) {
  test(`a served adapter with ${what} is left out`, () => assert.deepEqual(validAdapters([{ ...linkedIn, ...change }]), []));
}

test('a served adapter whose selector this browser does not understand is left out', () => {
  open('');
  const broken = { ...linkedIn, composers: [{ name: 'post', text: ['div['], publish: { selectors: ['button'] } }] };
  assert.deepEqual(usableAdapters([broken]), []);
});
