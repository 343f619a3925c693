import type { Words } from '../words.ts'

export const people: Words['people'] = {
  search: 'Trouver quelqu’un',
  nobodyFound: 'Personne ici ne porte ce nom.',
  cutOff: 'Connexion interrompue',
  actions: (name) => `Que faire avec ${name}`,
  message: 'Message privé',
  mute: 'Couper le micro',
  stopCamera: 'Éteindre sa caméra',
  stopScreen: 'Arrêter son partage',
  askUnmute: 'Demander d’ouvrir le micro',
  asked: 'Demandé',
  lowerHand: 'Baisser sa main',
  makeModerator: 'Confier la modération',
  unmakeModerator: 'Retirer la modération',
  remove: 'Faire sortir du salon',
  removeSure: (name) =>
    `Faire sortir ${name}\u202f? Tant que le salon dure, cette personne ne pourra pas revenir.`,
  removeYes: 'Faire sortir',
  removeNo: 'Garder',
  muteAll: 'Couper les autres micros',
  lowerAll: 'Baisser toutes les mains',
  allowed: 'Tout le monde peut utiliser',
  allowances: {
    microphone: 'Le micro',
    camera: 'La caméra',
    screen: 'Le partage d’écran',
    chat: 'La discussion',
  },
  failed: 'Cela n’a pas marché. Essayez encore.',
  forbidden: {
    microphone: 'La modération a coupé les micros pour le moment',
    camera: 'La modération a éteint les caméras pour le moment',
    screen: 'La modération a arrêté les partages d’écran pour le moment',
    chat: 'La modération a fermé la discussion pour le moment',
  },
}

export const news: Words['news'] = {
  stopped: {
    microphone: (name) => `${name} a coupé votre micro`,
    camera: (name) => `${name} a éteint votre caméra`,
    screen: (name) => `${name} a arrêté votre partage`,
  },
  unmuteAsked: (name) => `${name} vous demande d’ouvrir votre micro`,
  unmute: 'Ouvrir',
  notNow: 'Pas maintenant',
  deviceArrived: (device) => `Nouvel appareil\u202f: ${device}`,
  speakerLost: (name) =>
    name === ''
      ? 'Votre haut-parleur n’est plus là. Vous entendez les autres par celui du système.'
      : `${name} n’est plus là. Vous entendez les autres par le haut-parleur du système.`,
  useDevice: 'L’utiliser',
  'role-given': 'Vous avez maintenant la modération',
  'role-inherited': 'La modération est partie\u202f: elle vous revient',
  'role-taken': 'Vous n’avez plus la modération',
}
