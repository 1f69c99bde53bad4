// The text of a plain contenteditable, which has no model but what it shows.
export const blocks = (root) => root.innerText.replace(/\n$/, '').replaceAll('\u00a0', ' ');
