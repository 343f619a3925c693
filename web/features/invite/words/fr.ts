import type { Words } from '../../../i18n/words.ts'

export const invite: Words['invite'] = {
  title: 'Inviter',
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

export const first: Words['first'] = {
  title: 'Il n’y a encore que vous',
  text: 'Partagez le lien\u202f:',
  link: 'Lien vers ce salon',
  share: 'Partager',
  password: 'Demander un mot de passe',
}
