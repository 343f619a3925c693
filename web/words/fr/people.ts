import type { Words } from '../words.ts'

export const people: Words['people'] = {
  search: 'Chercher quelqu’un',
  nobodyFound: 'Personne ici ne porte ce nom.',
  cutOff: 'Connexion interrompue',
  actions: (name) => `Actions pour ${name}`,
  rename: 'Changer de nom',
  changeName: 'Changer',
  changingName: 'Changement de nom…',
  nameChanged: (name) => `Les autres voient maintenant «\u202f${name}\u202f».`,
  volume: 'Volume',
  screenVolume: 'Volume de son écran',
  silence: 'Couper le son pour moi seulement',
  silenceHint: 'Vous n’entendez plus cette personne. Les autres l’entendent, et personne n’en sait rien.',
  silenced: 'son coupé pour vous',
  hearAgain: (name) => `Entendre de nouveau ${name}`,
  message: 'Message privé',
  mute: 'Couper son micro',
  stopCamera: 'Couper sa caméra',
  stopScreen: 'Arrêter son partage',
  askUnmute: 'Demander d’activer le micro',
  asked: 'Demande envoyée',
  lowerHand: 'Baisser sa main',
  makeModerator: 'Ajouter à la modération',
  unmakeModerator: 'Retirer de la modération',
  remove: 'Faire sortir du salon',
  removeSure: (name) =>
    `Faire sortir ${name}\u202f? Tant que le salon dure, cette personne ne pourra pas revenir.`,
  removeYes: 'Faire sortir',
  removeNo: 'Annuler',
  muteAll: 'Couper les autres micros',
  lowerAll: 'Baisser toutes les mains',
  allowed: 'Tout le monde peut utiliser',
  allowances: {
    microphone: 'Le micro',
    camera: 'La caméra',
    screen: 'Le partage d’écran',
    chat: 'La discussion',
  },
  failed: 'Cela n’a pas fonctionné. Réessayez.',
  forbidden: {
    microphone: 'La modération a coupé les micros pour le moment',
    camera: 'La modération a coupé les caméras pour le moment',
    screen: 'La modération a désactivé le partage d’écran pour le moment',
    chat: 'La modération a fermé la discussion pour le moment',
  },
}

export const news: Words['news'] = {
  stopped: {
    microphone: (name) => `${name} a coupé votre micro`,
    camera: (name) => `${name} a coupé votre caméra`,
    screen: (name) => `${name} a arrêté votre partage`,
  },
  unmuteAsked: (name) => `${name} vous demande d’activer votre micro`,
  unmute: 'Activer',
  notNow: 'Pas maintenant',
  deviceArrived: (device) => `Nouvel appareil\u202f: ${device}`,
  speakerLost: (name) =>
    name === ''
      ? 'Votre haut-parleur n’est plus branché. Vous entendez maintenant les autres par celui du système.'
      : `${name} n’est plus branché. Vous entendez maintenant les autres par le haut-parleur du système.`,
  useDevice: 'L’utiliser',
  'role-given': 'Vous modérez maintenant ce salon',
  'role-inherited': 'La modération a quitté le salon\u202f: vous modérez maintenant',
  'role-taken': 'Vous ne modérez plus ce salon',
}
