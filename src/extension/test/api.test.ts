import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../src/api.ts';
import { defaultSettings } from '../src/settings.ts';
import { answerOf } from './findings.ts';

/** What the API is asked about a draft from a site. */
async function askedFrom(site: string): Promise<{ destination: object }> {
  let asked = '';
  globalThis.fetch = async (_, init) => {
    asked = String(init?.body);
    return new Response(JSON.stringify(answerOf('allow', [])));
  };
  const draft = { site, purpose: 'publish' as const, parts: [{ name: 'text', text: 'draft' }], files: [] };
  const result = await new Api(defaultSettings).check(draft, 'en', 1_000_000, new AbortController().signal);
  assert.equal(result.ok, true);
  return JSON.parse(asked);
}

test('a draft goes out under the name of its site, and under none from a frame that has no host', async () => {
  assert.deepEqual((await askedFrom('linkedin.com')).destination, { site: 'linkedin.com' });
  assert.deepEqual((await askedFrom('')).destination, {});
});
