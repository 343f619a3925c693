import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const aloud: FurtherWords['aloud'] = {
  title: 'Le dire à voix haute',
  hint: 'Pour quelqu’un à qui vous ne pouvez pas envoyer le lien\u202f: le nom de ce salon et six mots suffisent, au téléphone par exemple.',
  make: 'Créer six mots',
  makeOthers: 'En créer d’autres',
  moment: 'Un instant…',
  tell: 'Dites ceci. On l’écrit là où le lien est demandé.',
  until:
    'Ils ouvrent ce salon, comme son lien, tant que quelqu’un s’y trouve, ou jusqu’à ce que vous les retiriez.',
  others: 'Six mots ouvrent ce salon. Seule la page qui les a créés peut les montrer.',
  takeBack: 'Les retirer',
  ask: 'Six mots ouvrent aussi ce salon. Des modérateurs les ont créés.',
  failed: 'Cela n’a pas fonctionné. Réessayez.',
}

export const invite: FurtherWords['invite'] = {
  mail: 'Par courriel',
  subject: (room) => `Réunion dans ${room}`,
  text: (link) =>
    `Voici une invitation à une réunion. Le lien s’ouvre dans le navigateur, sans compte\u202f:\n\n${link}\n`,
  scan: 'Avec l’appareil photo d’un téléphone',
  code: 'Code QR du lien vers ce salon',
  meeting: 'Planifier une réunion',
  when: 'Début',
  length: 'Durée',
  minutes: (count) => `${count} minutes`,
  repeats: 'Répétition',
  repetitions: {
    never: 'jamais',
    daily: 'chaque jour',
    weekly: 'chaque semaine',
    monthly: 'chaque mois',
  },
  calendar: 'Fichier pour votre agenda',
}
