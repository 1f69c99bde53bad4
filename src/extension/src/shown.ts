import type { Draft } from './draft.ts';
import type { PageSettings } from './settings.ts';

/** What every dialog about a draft shows. */
export function shown(draft: Draft, { locale, failMode }: PageSettings) {
  const texts = draft.parts.map(({ name, text }) => ({ name, text }));
  const files = draft.files.map(({ name }) => ({ name, text: '', label: name }));
  return { locale, failMode, parts: [...texts, ...files] };
}
