import type { Wording } from './wording.ts';

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);

// Before ; : ! ? and inside « » stands U+202F, a narrow space at which no line breaks; wording.test.ts watches over it.
export const french: Wording = {
  checking: { title: 'Vérification de votre texte…', lead: 'Votre publication attend la fin de la vérification.', file: 'envoi et lecture en cours' },
  failed: {
    title: 'Votre texte n’a pas pu être vérifié',
    open: 'Vous pouvez réessayer, ou publier sans vérification.',
    closed: 'Votre organisation demande que les publications soient vérifiées. Votre texte reste où il est.',
    reasons: {
      unreachable: 'Le service de vérification ne répond pas.',
      timeout: 'La vérification a pris trop de temps.',
      refused: 'Le service de vérification ne connaît pas ce navigateur. Votre service informatique peut y remédier.',
      tooLarge: 'Vos pièces jointes sont trop volumineuses pour être vérifiées.',
      faulty: 'Le service de vérification rencontre un problème.',
      noPermission: 'Le navigateur ne laisse pas l’extension joindre le service de vérification. Vous pouvez l’autoriser dans les options de l’extension.',
      fileChanged: 'Un fichier a changé depuis que vous l’avez choisi, ou n’est pas arrivé entier. Joignez-le de nouveau.',
      unread: 'Le texte de cet éditeur n’a pas pu être lu.',
      unwritten: 'La formulation plus sûre n’a pas pu être écrite dans cet éditeur. Modifiez le texte à la main.',
      restarted: 'L’extension a été mise à jour. Gardez une copie de votre texte, puis rechargez cette page.',
      internal: 'Un problème est survenu dans l’extension.',
    },
  },
  titles: {
    allow: 'Vous pouvez publier',
    warn: 'Relisez avant de publier',
    justify: 'Publier ceci demande une raison',
    block: 'Ceci ne peut pas être publié tel quel',
  },
  unreadTitle: 'Tout n’a pas pu être vérifié',
  lead: (inText, inFiles) => {
    const marked = [
      inText > 0 && `${inText} ${plural(inText, 'passage', 'passages')} de votre texte`,
      inFiles > 0 && `${inFiles} ${plural(inFiles, 'passage', 'passages')} de vos pièces jointes`,
    ].filter(Boolean).join(' et ');
    return `${marked} ${plural(inText + inFiles, 'en dit', 'en disent')} peut-être plus que vous ne le souhaitez.`;
  },
  unreadLead: 'Rien à signaler dans ce qui a été lu. Nous ne savons rien du reste.',
  next: { redact: 'Prenez la formulation plus sûre, ou modifiez le texte vous-même.', edit: 'Modifiez ce qui est marqué, puis publiez de nouveau.', file: 'Remplacez ou retirez le fichier, puis publiez de nouveau.' },
  draft: 'Votre texte',
  partNames: { text: 'Texte', title: 'Titre', post: 'Message', link: 'Lien', image: 'Description d’image' },
  markStart: (number, title) => `[repère ${number}, ${title} : `,
  markEnd: ']',
  findings: 'Ce que nous avons remarqué, et comment le dire autrement',
  verdicts: { allow: 'Rien à redire', warn: 'À confirmer', justify: 'Demande une raison', block: 'À changer' },
  severities: { low: 'mineur', medium: 'modéré', high: 'sérieux', critical: 'très sérieux' },
  replaceBy: (found, replacement) => `Remplacer « ${found} » par « ${replacement} »`,
  writeInstead: 'Écrivez plutôt :',
  inFile: 'Dans le fichier',
  falseAlarm: 'Fausse alerte',
  falseAlarmOf: number => `Fausse alerte, repère ${number}`,
  falseAlarmHint: 'Les fausses alertes aident votre équipe de sécurité à améliorer les règles.',
  unread: {
    title: 'Tout n’a pas pu être lu',
    statuses: { scanned: 'lu', partial: 'lu en partie', unreadable: 'illisible', encrypted: 'protégé par un mot de passe', tooLarge: 'trop volumineux pour être lu', unsupported: 'type de fichier non lu' },
  },
  reason: {
    title: 'Pourquoi peut-on publier ceci ?',
    choose: 'Choisissez une raison.',
    explain: 'Dites pourquoi en quelques mots.',
    text: 'Avec vos mots',
    used: (count, most) => `${count} caractères sur ${most}`,
    kept: 'Votre raison est conservée avec cette décision. Votre texte ne l’est pas.',
  },
  buttons: {
    edit: 'Revenir à mon texte',
    cancel: 'Ne pas publier',
    stop: 'Annuler',
    retry: 'Réessayer',
    redact: (chosen, all) => (all === 1 ? 'Remplacer' : chosen === all ? `Tout remplacer (${all})` : `Remplacer ${chosen} sur ${all}`),
    publish: { no: '', acknowledge: 'Publier quand même', reason: 'Publier avec une raison…', unchecked: 'Publier sans vérification' },
    publishWithReason: 'Publier',
  },
};
