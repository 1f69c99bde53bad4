import { element } from '../element.ts';
import { icon } from '../icon.ts';
import { typeset } from '../typography.ts';
import type { DialogRequest } from './dialog.ts';
import { partLabel, type Wording } from './wording.ts';

/** What could not be read: a check of half a file is never shown as a check of the file. */
export function unreadView(request: DialogRequest, isWholeStory: boolean, say: Wording): HTMLElement | null {
  const unread = (request.answer?.parts ?? []).filter(part => part.status !== 'scanned');
  if (unread.length === 0) return null;
  return element('section', { class: 'unread' },
    !isWholeStory && element('h2', {}, say.unread.title),
    element('ul', { role: 'list' }, ...unread.map(part => element('li', {},
      icon('file'),
      element('p', {}, element('strong', { dir: 'auto' }, partLabel(part, say)), ` – ${say.unread.statuses[part.status]}`),
      part.detail && element('p', { class: 'detail' }, typeset(part.detail, request.locale))))));
}
