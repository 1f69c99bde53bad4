import type { Failure } from '../messages.ts';
import type { Locale } from '../protocol.ts';

/** Every word of the options page. */
export interface OptionsWording {
  title: string;
  managed: string;
  connection: string;
  apiBase: string;
  apiBaseHint: string;
  apiBaseFault: string;
  token: string;
  tokenHint: string;
  tokenKept: string;
  test: string;
  testing: string;
  works: (milliseconds: number) => string;
  failures: Partial<Record<Failure, string>> & { internal: string };
  checks: string;
  failMode: string;
  failModes: Record<'open' | 'closed', string>;
  timeLimit: string;
  seconds: (count: number) => string;
  timeLimitFault: string;
  locale: string;
  locales: Record<Locale | 'browser', string>;
  asYouType: string;
  asYouTypeHint: string;
  strictMode: string;
  strictModeHint: string;
  strictModeNeeds: string;
  allow: string;
  pauseAllowed: string;
  save: string;
  saved: string;
  notAllowed: string;
  otherSites: string;
  otherSitesLead: string;
  everySite: string;
  addEverySite: string;
  site: string;
  siteFault: string;
  add: string;
  remove: (site: string) => string;
  removeShort: string;
  leftOut: string;
  leftOutLead: string;
  isLeftOut: string;
  leaveOut: string;
  siteSettings: string;
  yes: string;
  no: string;
  none: string;
}

// In French, U+202F stands before ; : ! ? and inside « ».
export const optionsWordings: Record<Locale, OptionsWording> = {
  en: {
    title: 'Dlp – Options',
    managed: 'Your organization looks after these settings. You can read them here.',
    connection: 'Connection',
    apiBase: 'Address of the checking service',
    apiBaseHint: 'Drafts are sent to this address and to no other.',
    apiBaseFault: 'Write an address such as http://127.0.0.1:5480, without a path.',
    token: 'Access token',
    tokenHint: 'Only needed when the service asks for one.',
    tokenKept: 'A token is stored. Leave this empty to keep it.',
    test: 'Test the connection',
    testing: 'Testing…',
    works: milliseconds => `It works: an answer came after ${milliseconds} ms.`,
    failures: {
      unreachable: 'The service does not answer. Is it running, and is the address right?',
      timeout: 'The service did not answer in time.',
      refused: 'The service answers, but does not accept this browser: check the token.',
      faulty: 'Something answers at this address, but it is not the checking service.',
      noPermission: 'The browser does not let the extension reach this address.',
      internal: 'Something went wrong. Please try again.',
    },
    checks: 'Checks',
    failMode: 'When a draft cannot be checked',
    failModes: { closed: 'it is not published', open: 'I may publish it unchecked' },
    timeLimit: 'How long a check may take, in seconds',
    seconds: count => `${count} s`,
    timeLimitFault: 'Write a number from 0.5 to 60.',
    locale: 'Language',
    locales: { browser: 'As in the browser', en: 'English', fr: 'Français' },
    asYouType: 'Check at pauses while I write',
    asYouTypeHint: 'What leaks is underlined before you publish.',
    strictMode: 'Strict mode',
    strictModeHint: 'Blocks a site’s publish request on the network too, until its draft was checked. The browser asks for one more permission.',
    strictModeNeeds: 'Your organization has turned strict mode on. For it, the browser needs your permission.',
    allow: 'Allow',
    pauseAllowed: 'Offer a pause on each site',
    save: 'Save',
    saved: 'Saved.',
    notAllowed: 'The browser was not allowed to do this, so nothing was changed.',
    otherSites: 'Other sites',
    otherSitesLead: 'The best-known sites are covered. Add others where you write; the browser asks you each time.',
    everySite: 'Every site',
    addEverySite: 'Add every site',
    site: 'Site',
    siteFault: 'Write a site such as blog.example.com.',
    add: 'Add',
    remove: site => `Remove ${site}`,
    removeShort: 'Remove',
    leftOut: 'Sites left out',
    leftOutLead: 'Nothing is checked on these sites.',
    isLeftOut: 'left out',
    leaveOut: 'Leave out',
    siteSettings: 'Sites with settings of their own',
    yes: 'yes',
    no: 'no',
    none: 'none',
  },
  fr: {
    title: 'Dlp – Options',
    managed: 'Votre organisation gère ces réglages. Vous pouvez les lire ici.',
    connection: 'Connexion',
    apiBase: 'Adresse du service de vérification',
    apiBaseHint: 'Les textes sont envoyés à cette adresse et à aucune autre.',
    apiBaseFault: 'Écrivez une adresse comme http://127.0.0.1:5480, sans chemin.',
    token: 'Jeton d’accès',
    tokenHint: 'Utile seulement si le service en demande un.',
    tokenKept: 'Un jeton est enregistré. Laissez ce champ vide pour le garder.',
    test: 'Tester la connexion',
    testing: 'Test en cours…',
    works: milliseconds => `Tout fonctionne : réponse reçue en ${milliseconds} ms.`,
    failures: {
      unreachable: 'Le service ne répond pas. Est-il démarré, et l’adresse est-elle la bonne ?',
      timeout: 'Le service n’a pas répondu à temps.',
      refused: 'Le service répond, mais n’accepte pas ce navigateur : vérifiez le jeton.',
      faulty: 'Quelque chose répond à cette adresse, mais ce n’est pas le service de vérification.',
      noPermission: 'Le navigateur ne laisse pas l’extension joindre cette adresse.',
      internal: 'Un problème est survenu. Réessayez.',
    },
    checks: 'Vérifications',
    failMode: 'Quand un texte ne peut pas être vérifié',
    failModes: { closed: 'il n’est pas publié', open: 'je peux le publier sans vérification' },
    timeLimit: 'Durée maximale d’une vérification, en secondes',
    seconds: count => `${count.toLocaleString('fr')} s`,
    timeLimitFault: 'Écrivez un nombre de 0,5 à 60.',
    locale: 'Langue',
    locales: { browser: 'Celle du navigateur', en: 'English', fr: 'Français' },
    asYouType: 'Vérifier aux pauses pendant que j’écris',
    asYouTypeHint: 'Ce qui fuirait est souligné avant la publication.',
    strictMode: 'Mode strict',
    strictModeHint: 'Bloque aussi la requête de publication du site sur le réseau, tant que le texte n’est pas vérifié. Le navigateur demande une autorisation de plus.',
    strictModeNeeds: 'Votre organisation a activé le mode strict. Le navigateur a besoin de votre autorisation.',
    allow: 'Autoriser',
    pauseAllowed: 'Proposer une pause sur chaque site',
    save: 'Enregistrer',
    saved: 'Réglages enregistrés.',
    notAllowed: 'Le navigateur n’a pas reçu l’autorisation ; rien n’a changé.',
    otherSites: 'Autres sites',
    otherSitesLead: 'Les sites les plus connus sont couverts. Ajoutez ceux où vous écrivez ; le navigateur vous le demande chaque fois.',
    everySite: 'Tous les sites',
    addEverySite: 'Ajouter tous les sites',
    site: 'Site',
    siteFault: 'Écrivez un site comme blog.example.com.',
    add: 'Ajouter',
    remove: site => `Retirer ${site}`,
    removeShort: 'Retirer',
    leftOut: 'Sites exclus',
    leftOutLead: 'Rien n’est vérifié sur ces sites.',
    isLeftOut: 'exclu',
    leaveOut: 'Exclure',
    siteSettings: 'Sites avec leurs propres réglages',
    yes: 'oui',
    no: 'non',
    none: 'aucun',
  },
};
