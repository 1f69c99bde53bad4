import type { Protection } from '../messages.ts';
import type { Locale, Verdict } from '../protocol.ts';

/** Every word of the popup. */
export interface PopupWording {
  title: string;
  states: Record<Protection | 'absent', { title: string; lead: string }>;
  site: string;
  readBy: string;
  genericAdapter: string;
  failMode: Record<'open' | 'closed', string>;
  verdicts: Record<Verdict, string>;
  lastVerdicts: string;
  noVerdicts: string;
  kept: string;
  pause: string;
  resume: string;
  options: string;
  chooseSites: string;
}

// In French, U+202F stands before ; : ! ? and inside « ».
export const popupWordings: Record<Locale, PopupWording> = {
  en: {
    title: 'Dlp',
    states: {
      protected: { title: 'This page is protected', lead: 'What you publish here is checked just before it leaves.' },
      waiting: { title: 'Ready', lead: 'What you publish here is checked just before it leaves. Begin to write, and this page’s editor is tested.' },
      notProtected: { title: 'This page is not protected', lead: 'The place where you write, or its button, was not recognized. Take care with what you publish here.' },
      off: { title: 'Switched off on this site', lead: 'The settings leave this site out. Nothing is checked here.' },
      paused: { title: 'Paused on this site', lead: 'Nothing is checked here until you resume, or until the browser is closed.' },
      absent: { title: 'Not watching this page', lead: 'This site is not among those where drafts are checked.' },
    },
    site: 'Site',
    readBy: 'Read as',
    genericAdapter: 'any page with a text field',
    failMode: {
      open: 'If a check cannot be made, you may publish unchecked.',
      closed: 'If a check cannot be made, your post waits.',
    },
    verdicts: { allow: 'Published freely', warn: 'Asked for a second look', justify: 'Asked for a reason', block: 'Held back' },
    lastVerdicts: 'Lately',
    noVerdicts: 'Nothing has been checked since the browser was opened.',
    kept: 'Kept in memory until the browser is closed. Your texts are not kept.',
    pause: 'Pause on this site',
    resume: 'Resume on this site',
    options: 'Options',
    chooseSites: 'Choose sites',
  },
  fr: {
    title: 'Dlp',
    states: {
      protected: { title: 'Cette page est protégée', lead: 'Ce que vous publiez ici est vérifié juste avant de partir.' },
      waiting: { title: 'Tout est prêt', lead: 'Ce que vous publiez ici est vérifié juste avant de partir. Commencez à écrire, et l’éditeur de cette page sera testé.' },
      notProtected: { title: 'Cette page n’est pas protégée', lead: 'La zone de saisie ou son bouton n’a pas été reconnu. Prenez garde à ce que vous publiez ici.' },
      off: { title: 'Désactivé sur ce site', lead: 'Les réglages excluent ce site. Rien n’y est vérifié.' },
      paused: { title: 'En pause sur ce site', lead: 'Rien n’est vérifié ici jusqu’à la reprise, ou jusqu’à la fermeture du navigateur.' },
      absent: { title: 'Cette page n’est pas suivie', lead: 'Ce site n’est pas de ceux où les textes sont vérifiés.' },
    },
    site: 'Site',
    readBy: 'Lu comme',
    genericAdapter: 'toute page avec une zone de texte',
    failMode: {
      open: 'Si la vérification est impossible, vous pouvez publier sans elle.',
      closed: 'Si la vérification est impossible, votre texte attend.',
    },
    verdicts: { allow: 'Publié librement', warn: 'Relecture proposée', justify: 'Raison demandée', block: 'Retenu' },
    lastVerdicts: 'Récemment',
    noVerdicts: 'Rien n’a été vérifié depuis l’ouverture du navigateur.',
    kept: 'Gardé en mémoire jusqu’à la fermeture du navigateur. Vos textes ne sont pas gardés.',
    pause: 'Mettre en pause sur ce site',
    resume: 'Reprendre sur ce site',
    options: 'Options',
    chooseSites: 'Choisir les sites',
  },
};
