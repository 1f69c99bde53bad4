import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { DialogView } from '../src/dialog/dialog-view.ts';
import type { DialogChoice, DialogRequest } from '../src/dialog/dialog.ts';
import { answerOf, findingOf, requestOf } from './findings.ts';

const text = 'My number is 184 <img src=x onerror="leak()">, hers is 295.';
const findings = [findingOf(text, '184', { id: 'mine' }), findingOf(text, '295', { id: 'hers' })];
const justifications = [{ code: 'public', title: { en: 'It is public.', fr: 'C’est public.' } }, { code: 'other', title: { en: 'Another reason.', fr: 'Une autre raison.' } }];

let dialog: HTMLDialogElement;
let view: DialogView;
let chosen: DialogChoice[];

beforeEach(() => {
  const { window } = new JSDOM('<!doctype html><dialog></dialog>', { pretendToBeVisual: true });
  for (const name of ['document', 'Element', 'HTMLElement', 'HTMLInputElement', 'KeyboardEvent', 'Event'] as const) Object.assign(globalThis, { [name]: window[name] });
  window.Element.prototype.scrollIntoView = () => undefined;
  dialog = document.querySelector('dialog')!;
  chosen = [];
  view = new DialogView(dialog, choice => chosen.push(choice));
});

const show = (more: Partial<DialogRequest>) => view.show(requestOf(text, more));
const button = (name: RegExp) => [...dialog.querySelectorAll('button')].find(one => name.test(one.textContent!));
const box = (attribute: string, id: string) => dialog.querySelector<HTMLInputElement>(`[data-${attribute}="${id}"]`)!;
/** Presses it as a person does, the publish button too, which sleeps at first. */
const press = (name: RegExp) => {
  const one = button(name)!;
  one.disabled = false;
  one.click();
};

test('what stands in a draft never becomes markup', () => {
  show({ answer: answerOf('warn', findings) });
  assert.equal(dialog.querySelector('img'), null);
  assert.ok(dialog.querySelector('.draft')!.textContent!.includes('<img src=x onerror="leak()">'));
});

test('a blocked draft has no button to publish it', () => {
  show({ answer: answerOf('block', findings) });
  assert.equal(dialog.querySelector('button[value="publish"]'), null);
});

test('all findings are replaced unless one is unticked', () => {
  show({ answer: answerOf('block', findings) });
  box('replace', 'hers').click();
  press(/Replace 1 of 2/);
  assert.deepEqual(chosen, [{ choice: 'redact', findingIds: ['mine'], falseAlarms: [] }]);
});

test('a false alarm is not replaced, and is told whatever the author does then', () => {
  show({ answer: answerOf('warn', findings) });
  box('false-alarm', 'hers').click();
  assert.equal(box('replace', 'hers').checked, false);
  press(/Back to my draft/);
  assert.deepEqual(chosen, [{ choice: 'edit', falseAlarms: ['hers'] }]);
});

test('a warning is published with one press', () => {
  show({ answer: answerOf('warn', findings) });
  press(/Publish anyway/);
  assert.deepEqual(chosen, [{ choice: 'publish', falseAlarms: [] }]);
});

test('a draft that needs a reason is not published without one', () => {
  show({ answer: answerOf('justify', findings), justifications });
  press(/Publish with a reason/);
  press(/^Publish$/);
  assert.equal(dialog.querySelector('[role="alert"]')!.textContent, 'Choose a reason.');
  assert.deepEqual(chosen, []);
  dialog.querySelector<HTMLInputElement>('[value="public"]')!.click();
  press(/^Publish$/);
  assert.deepEqual(chosen, [{ choice: 'publish', justification: { code: 'public', text: '' }, falseAlarms: [] }]);
});

test('another reason than those listed needs words', () => {
  show({ answer: answerOf('justify', findings), justifications });
  press(/Publish with a reason/);
  dialog.querySelector<HTMLInputElement>('[value="other"]')!.click();
  press(/^Publish$/);
  assert.deepEqual(chosen, []);
  dialog.querySelector('textarea')!.value = ' The press office agreed. ';
  press(/^Publish$/);
  assert.deepEqual(chosen, [{ choice: 'publish', justification: { code: 'other', text: 'The press office agreed.' }, falseAlarms: [] }]);
});

test('what was ticked stays for the same answer, and is forgotten for another', () => {
  show({ answer: answerOf('warn', findings) });
  box('false-alarm', 'hers').click();
  show({ answer: answerOf('warn', findings) });
  assert.equal(box('false-alarm', 'hers').checked, true);
  show({ answer: answerOf('warn', findings, { id: 'another' }) });
  assert.equal(box('false-alarm', 'hers').checked, false);
});

test('events that no person made press nothing', () => {
  show({ answer: answerOf('warn', findings) });
  dialog.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  assert.deepEqual(chosen, []);
});

test('a file that was read in part is told, though nothing was found', () => {
  const parts = [{ name: 'q3.pdf', kind: 'attachment' as const, status: 'partial' as const, characters: 9, detail: 'page 4 is an image' }];
  show({ answer: answerOf('warn', [], { complete: false, parts }) });
  assert.equal(dialog.querySelector('h1')!.textContent, 'Part of this could not be checked');
  assert.match(dialog.querySelector('.unread')!.textContent!, /q3\.pdf – read in part.*page 4 is an image/);
});

test('the place inside a file is told with the file, as the API words it, with the spaces of French', () => {
  const found = findingOf('Auteur : 1234', '1234', { id: 'name', part: 'a : b.docx', location: 'métadonnées : auteur', preview: '1 •••' });
  show({ answer: answerOf('warn', [found]), locale: 'fr' });
  assert.match(dialog.querySelector('.place')!.textContent!, /a : b\.docx, métadonnées\u202f: auteur$/);
});

test('why a file was not read is told as the API words it, with the spaces of French', () => {
  const parts = [{ name: 'q3.pdf', kind: 'attachment' as const, status: 'partial' as const, characters: 9, detail: 'image PNG : illisible' }];
  show({ answer: answerOf('warn', [], { complete: false, parts }), locale: 'fr' });
  const detail = dialog.querySelector('.unread .detail')!;
  assert.equal(detail.textContent, 'image PNG\u202f: illisible');
  assert.equal(detail.getAttribute('lang'), null);
});

test('a check that takes its time names the files on their way, and leaves no empty room without any', () => {
  show({ state: 'checking', files: ['q3.pdf'] });
  assert.equal(dialog.querySelector('.progress .name')!.textContent, 'q3.pdf');
  show({ state: 'checking', files: [] });
  assert.equal(dialog.querySelector('.body')!.childNodes.length, 0);
});
