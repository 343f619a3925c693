import type { HomeWords } from '../../../i18n/home-words.ts'

export const home: HomeWords['home'] = {
  title: 'Se retrouver en deux clics',
  lead: 'Nommez un salon, partagez son lien, échangez. Sans compte, sans rien installer.',
  roomName: 'Nom du salon',
  anotherName: 'Proposer un autre nom',
  open: 'Ouvrir le salon',
  address: 'Son adresse\u202f:',
  encrypted: 'Chiffré de bout en bout\u202f: son lien en est la clé.',
  byName: 'Par son seul nom, sans chiffrement',
  byNameCosts:
    'Facile à dire de vive voix, mais toute personne qui le devine peut venir, et qui héberge le salon pourrait écouter.',
  nothingLeft: 'Des signes seuls ne font pas un nom\u202f: il faut une lettre ou un chiffre.',
  reserved: (word) => `«\u202f${word}\u202f» est un mot réservé\u202f: choisissez-en un autre.`,
  tooLong: 'Un nom compte au plus 64 lettres et chiffres. Raccourcissez-le.',
  lasts:
    'Un salon existe tant que quelqu’un s’y trouve, puis il est effacé. Seul le réglage de sa porte est gardé, un mois.',
}

export const badName: HomeWords['badName'] = {
  title: 'Aucun salon ne peut porter ce nom',
  text: (written) =>
    `«\u202f${written}\u202f» contient des signes qu’un nom de salon ne peut pas contenir. Vous cherchez peut-être ce salon\u202f:`,
  instead: (name) => `Ouvrir «\u202f${name}\u202f»`,
  home: 'Choisir un autre nom',
}
