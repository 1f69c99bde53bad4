import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiOrigin, patternOf, siteHost } from '../src/options/addresses.ts';

test('the address of the API is an origin', () => {
  assert.equal(apiOrigin(' http://127.0.0.1:5480/ '), 'http://127.0.0.1:5480');
  assert.equal(apiOrigin('https://dlp.example.com'), 'https://dlp.example.com');
});

test('an address that says more, or less, is refused', () => {
  for (const written of ['', 'dlp', 'ftp://dlp.example.com', 'https://dlp.example.com/v1', 'https://me:secret@dlp.example.com', 'https://dlp.example.com?x', 'javascript:alert(1)'])
    assert.equal(apiOrigin(written), null, written);
});

test('a site is taken from a name or a whole address', () => {
  assert.equal(siteHost('Blog.Example.com'), 'blog.example.com');
  assert.equal(siteHost('https://blog.example.com/new?draft=1'), 'blog.example.com');
  assert.equal(siteHost('https://exämple.com'), 'xn--exmple-cua.com');
});

test('what is no site is refused', () => {
  for (const written of ['', 'blog', 'a b.com', '*', 'https://', '*.example.com']) assert.equal(siteHost(written), null, written);
});

test('a match pattern has no port', () => {
  assert.equal(patternOf('http://127.0.0.1:5480'), 'http://127.0.0.1/*');
});
