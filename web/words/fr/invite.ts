import type { Words } from '../words.ts'

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

export const shortcuts: Words['shortcuts'] = {
  title: 'Raccourcis clavier',
  off: 'Les raccourcis à une touche sont désactivés dans les réglages.',
  does: {
    microphone: 'Activer ou couper le micro',
    camera: 'Activer ou couper la caméra',
    share: 'Partager un écran, ou arrêter',
    hand: 'Lever ou baisser la main',
    chat: 'Discussion',
    people: 'Personnes',
    layout: 'Changer la disposition',
    fullScreen: 'Plein écran',
    more: 'Plus',
    help: 'Cette liste',
  },
  escape: 'Fermer ce qui est ouvert',
  send: 'Envoyer un message',
  line: 'Aller à la ligne dans un message',
  enter: 'Entrée',
  shiftEnter: 'Maj + Entrée',
}
