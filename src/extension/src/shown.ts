import type { Draft } from './draft.ts';
import type { PageSettings } from './settings.ts';

/** What every dialog about a draft shows. A finding in none of these parts is in a file. */
export function shown(draft: Draft, { locale, failMode }: PageSettings) {
  return { locale, failMode, parts: draft.parts.map(({ name, text }) => ({ name, text })) };
}
