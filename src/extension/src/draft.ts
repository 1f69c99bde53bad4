import { queryDeep } from './dom.ts';
import type { FoundComposer } from './composing.ts';
import { holdsOne, nameOf } from './names.ts';
import type { Audience } from './protocol.ts';
import { read } from './reader.ts';

/** A text of the draft, and the element that it is written in. */
export interface DraftPart {
  name: string;
  text: string;
  element: Element;
}

/** What is about to be published. */
export interface Draft {
  site: string;
  audience: Audience | undefined;
  parts: DraftPart[];
  files: File[];
}

/** Reads what a composer holds now. */
export function draftOf(found: FoundComposer): Draft {
  const { composer, scope, texts } = found;
  const isThread = texts.length > 1;
  const parts = [
    ...named(composer.title, scope, index => (index === 0 ? 'title' : `title-${index + 1}`)),
    ...texts.map((element, index) => part(isThread ? `post-${index + 1}` : 'text', element)),
    ...named(composer.imageDescriptions, scope, index => `image-${index + 1}`),
  ];
  return { site: found.site, audience: audienceOf(found), parts: parts.filter(({ text }) => text.trim() !== ''), files: [] };
}

/** Equal for equal drafts: what an approval is bound to. */
export function keyOf({ site, audience, parts, files }: Draft): string {
  return JSON.stringify([site, audience, parts.map(({ name, text }) => [name, text]), files.map(keyOfFile)]);
}

/** Tells files apart without reading them. */
export function keyOfFile({ name, size, lastModified, type }: File): string {
  return JSON.stringify([name, size, lastModified, type]);
}

export function isEmpty(draft: Draft): boolean {
  return draft.parts.length === 0 && draft.files.length === 0;
}

function named(selectors: string[] | undefined, scope: ParentNode, name: (index: number) => string): DraftPart[] {
  return selectors ? queryDeep(scope, selectors.join(', ')).map((element, index) => part(name(index), element)) : [];
}

function part(name: string, element: Element): DraftPart {
  return { name, text: read(element).text, element };
}

function audienceOf({ composer, scope }: FoundComposer): Audience | undefined {
  const found = composer.audience?.when?.find(({ selectors, contains }) =>
    queryDeep(scope, selectors.join(', ')).some(element => !contains || holdsOne(nameOf(element), contains)));
  return found?.audience ?? composer.audience?.default;
}
