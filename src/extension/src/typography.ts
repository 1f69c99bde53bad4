import type { Locale } from './protocol.ts';

const narrowNoBreakSpace = '\u202f';

/**
 * Sets a sentence of the API as a French printer would: curly apostrophes, and spaces at which no line breaks before « ; : ! ? » and inside guillemets.
 * A colon without a space before it (an address, a time) is left alone. For display only: never for what is written into a draft.
 */
export function typeset(text: string, locale: Locale): string {
  if (locale !== 'fr') return text;
  return text
    .replace(/(?<=\p{L})'(?=\p{L}|«|\d)/gu, '’')
    .replace(/[ \u00a0](?=[;:!?»])/g, narrowNoBreakSpace)
    .replace(/«[ \u00a0]?(?!\u202f)/g, `«${narrowNoBreakSpace}`);
}
