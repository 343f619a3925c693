import type { Words } from '../words.ts'

export const home: Words['home'] = {
  title: 'Se retrouver en deux clics',
  lead: 'Nommez un salon, partagez son lien, échangez. Sans compte, sans rien installer.',
  roomName: 'Nom du salon',
  anotherName: 'Proposer un autre nom',
  open: 'Ouvrir le salon',
  badName: 'Un nom compte de 1 à 64 lettres, chiffres et tirets. Essayez-en un autre.',
  lasts:
    'Un salon existe tant que quelqu’un s’y trouve, puis il est effacé. Seul le réglage de sa porte est gardé, un mois.',
  remembered: 'Votre nom et vos choix ne sont retenus que dans ce navigateur.',
  notRemembered:
    'Ce navigateur ne permet pas à la page de retenir vos choix\u202f: ils seront à refaire la prochaine fois.',
  forget: 'Les effacer',
  forgotten: 'C’est effacé.',
}

export const badName: Words['badName'] = {
  title: 'Aucun salon ne peut porter ce nom',
  text: (written) =>
    `«\u202f${written}\u202f» ne convient pas\u202f: un nom compte de 1 à 64 lettres, chiffres et tirets, et quelques mots sont réservés.`,
  home: 'Choisir un autre nom',
}

export const opening: Words['opening'] = {
  waitForPanel: 'Ouverture…',
  tryAgain: 'Réessayer',
  wait: 'Ouverture du salon…',
  failedTitle: 'La page n’a pas pu se charger entièrement',
  failedText: 'Il en manque une partie. Vérifiez votre connexion, puis rechargez la page.',
  reload: 'Recharger la page',
}

export const colophon = {
  licence: 'Logiciel libre, AGPL-3.0 ou ultérieure\u202f:',
  source: 'code source',
  licences: 'licences',
}
