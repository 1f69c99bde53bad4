import type { Wording } from './wording.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const english: Wording = {
  checking: { title: 'Checking your draft…', lead: 'Your post waits until this is done.', file: 'being sent and read' },
  failed: {
    title: 'Your draft could not be checked',
    open: 'You can try again, or publish without a check.',
    closed: 'Your organization asks that posts are checked before they are published. Your draft stays where it is.',
    reasons: {
      unreachable: 'The checking service does not answer.',
      timeout: 'The check took too long.',
      refused: 'The checking service does not know this browser. Your IT team can put that right.',
      tooLarge: 'What you attached is too large to be checked.',
      faulty: 'The checking service has a problem of its own.',
      noPermission: 'The browser does not let the extension reach the checking service. You can allow it in the extension’s options.',
      fileChanged: 'A file has changed since you chose it, or did not arrive whole. Please attach it again.',
      unread: 'The text in this editor could not be read.',
      unwritten: 'The safer wording could not be written into this editor. Please change the text by hand.',
      restarted: 'The extension was updated. Keep a copy of your draft, then reload this page.',
      internal: 'Something went wrong in the extension.',
    },
  },
  titles: {
    allow: 'You can publish this',
    warn: 'Have another look before you publish',
    justify: 'Publishing this needs a reason',
    block: 'This can’t be published as it stands',
  },
  unreadTitle: 'Part of this could not be checked',
  lead: (inText, inFiles) => {
    const marked = [
      inText > 0 && `${inText} ${plural(inText, 'passage', 'passages')} in your draft`,
      inFiles > 0 && `${inFiles} ${plural(inFiles, 'passage', 'passages')} in attached files`,
    ].filter(Boolean).join(' and ');
    return `${marked} may tell more than you mean to.`;
  },
  unreadLead: 'What could be read is fine. We can’t speak for the rest.',
  next: { redact: 'Take the safer wording, or change the text yourself.', edit: 'Change what is marked, then publish again.', file: 'Replace or remove the file, then publish again.' },
  draft: 'Your draft',
  partNames: { text: 'Text', title: 'Title', post: 'Post', link: 'Link', image: 'Image description' },
  markStart: (number, title) => `[mark ${number}, ${title}: `,
  markEnd: ']',
  findings: 'What we noticed, and what to write instead',
  verdicts: { allow: 'Fine', warn: 'Please confirm', justify: 'Needs a reason', block: 'Must be changed' },
  severities: { low: 'minor', medium: 'moderate', high: 'serious', critical: 'very serious' },
  replaceBy: (found, replacement) => `Replace “${found}” with “${replacement}”`,
  writeInstead: 'Write instead:',
  inFile: 'In the file',
  falseAlarm: 'False alarm',
  falseAlarmOf: number => `False alarm, mark ${number}`,
  falseAlarmHint: 'False alarms help your security team to improve the rules.',
  unread: {
    title: 'Not everything could be read',
    statuses: { scanned: 'read', partial: 'read in part', unreadable: 'could not be read', encrypted: 'needs a password', tooLarge: 'too large to be read', unsupported: 'a kind of file that is not read' },
  },
  reason: {
    title: 'Why may this be published?',
    choose: 'Choose a reason.',
    explain: 'Say in a few words why.',
    text: 'In your own words',
    used: (count, most) => `${count} of ${most} characters`,
    kept: 'Your reason is kept with this decision. Your draft is not.',
  },
  buttons: {
    edit: 'Back to my draft',
    cancel: 'Don’t publish',
    stop: 'Cancel',
    retry: 'Try again',
    redact: (chosen, all) => (all === 1 ? 'Use the safer wording' : chosen === all ? `Replace all ${all}` : `Replace ${chosen} of ${all}`),
    publish: { no: '', acknowledge: 'Publish anyway', reason: 'Publish with a reason…', unchecked: 'Publish unchecked' },
    publishWithReason: 'Publish',
  },
};
