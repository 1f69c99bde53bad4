import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeOf, read } from '../src/reader.ts';
import { one, open } from './page.ts';

const texts: Record<string, [html: string, text: string]> = {
  'a paragraph each is a line each': ['<p>one</p><p>two</p>', 'one\ntwo'],
  'an empty paragraph is an empty line': ['<p>one</p><p><br></p><p>two</p>', 'one\n\ntwo'],
  'a break inside a paragraph is a new line': ['<p>one<br>two</p>', 'one\ntwo'],
  'a break that only holds a line open is none': ['<p>one<br></p><p>two</p>', 'one\ntwo'],
  'a break before a block is one line feed, not two': ['one<br><div>two</div>', 'one\ntwo'],
  'text after a block begins a line': ['<div>one</div>two', 'one\ntwo'],
  'a list has a line for each item, nested ones too': ['<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>', 'one\ntwo\nthree'],
  'a picture that stands for a character is that character': ['<p>well done <img alt="🎉"></p>', 'well done 🎉'],
  'fillers of the editor are left out': ['<p>\uFEFF4111\u2060\u2060 <b>1111</b>\u200B</p>', '4111 1111'],
  'joiners that make one emoji stay': ['<p>👩‍👩‍👧</p>', '👩‍👩‍👧'],
  'a fixed space is a space': ['<p>one\u00A0two</p>', 'one two'],
  'a mention is its text': ['<p>thanks <span contenteditable="false">@zoé</span>!</p>', 'thanks @zoé!'],
  'what is hidden from readers is left out': ['<p>one<span aria-hidden="true">×</span></p><p style="display: none">two</p>', 'one'],
  'a placeholder is left out': ['<p><span data-slate-placeholder="true">Write…</span>one</p>', 'one'],
  'indentation of the markup is no text': ['\n  <p>one</p>\n  <p>two</p>\n', 'one\ntwo'],
};

for (const [name, [html, text]] of Object.entries(texts)) {
  test(name, () => {
    open(`<div id="editor" contenteditable="true">${html}</div>`);
    assert.equal(read(one('#editor')).text, text);
  });
}

test('every stretch of the text is found again in the document', () => {
  open('<div id="editor"><p>Zoé \u2060<b>41</b>11\u200B <img alt="🎉"> end</p><p>of<br>it</p></div>');
  const reading = read(one('#editor'));
  const { text } = reading;
  const visible = (start: number, end: number) => text.slice(start, end).replaceAll('\n', '').replaceAll('🎉', '');
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      if (!text.slice(start, end).isWellFormed()) continue;
      const range = rangeOf(reading, start, end);
      if (range) assert.equal(range.toString().replace(/[\u2060\u200B]/g, ''), visible(start, end), `${start} to ${end}`);
      else assert.equal(text.slice(start, end), '\n');
    }
  }
});

test('a field is its value', () => {
  open('<textarea id="editor">one\ntwo</textarea>');
  assert.equal(read(one('#editor')).text, 'one\ntwo');
});
