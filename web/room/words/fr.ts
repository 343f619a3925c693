import type { Words } from '../../i18n/words.ts'

export const settings: Words['settings'] = {
  page: 'Cette page',
  remembered: 'Ce navigateur',
}

export const room: Words['room'] = {
  controls: 'Commandes',
  people: 'Personnes dans le salon',
  mute: 'Couper le micro',
  unmute: 'Activer le micro',
  startCamera: 'Activer la caméra',
  stopCamera: 'Couper la caméra',
  copyLink: 'Copier le lien',
  copied: 'Copié',
  more: 'Plus',
  leave: 'Quitter',
  you: 'vous',
  moderator: 'modération',
  muted: 'micro coupé',
  noMicrophone: 'sans micro',
  speaking: 'parle',
  hear: 'Cliquer pour entendre les autres',
}

export const leaving: Words['leaving'] = {
  title: 'Quitter le salon\u202f?',
  text: 'Vous y êtes encore. Un retour en arrière de plus, et vous en sortez.',
  stay: 'Rester',
}

export const more: Words['more'] = {
  title: 'Plus',
  close: 'Fermer',
  back: 'Retour',
  people: (count) => (count < 2 ? `${count} personne` : `${count} personnes`),
  settings: 'Appareils et réglages',
  language: 'Langue',
  theme: 'Couleurs',
  themes: { auto: 'Comme le système', light: 'Claires', dark: 'Sombres' },
}

export const arrivals: Words['arrivals'] = {
  renamed: (from, to) => `${from} s’appelle maintenant ${to}`,
  arrived: (names) =>
    names.length > 2
      ? `${names.length} personnes sont arrivées`
      : `Dans le salon\u202f: ${names.join(' et ')}`,
  gone: (names) =>
    names.length > 2
      ? `${names.length} personnes sont parties`
      : `Plus dans le salon\u202f: ${names.join(' et ')}`,
}

export const ownNotices: Words['ownNotices'] = {
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
