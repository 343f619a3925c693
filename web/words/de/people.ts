import type { Words } from '../words.ts'

export const people: Words['people'] = {
  search: 'Jemanden finden',
  nobodyFound: 'Niemand hier heißt so.',
  cutOff: 'Verbindung unterbrochen',
  actions: (name) => `Was mit ${name} geschehen soll`,
  message: 'Private Nachricht',
  mute: 'Stummschalten',
  stopCamera: 'Kamera ausschalten',
  stopScreen: 'Bildschirm nicht mehr teilen',
  askUnmute: 'Um das Mikrofon bitten',
  asked: 'Gefragt',
  lowerHand: 'Hand senken',
  makeModerator: 'Moderation übergeben',
  unmakeModerator: 'Moderation entziehen',
  remove: 'Aus dem Raum entfernen',
  removeSure: (name) => `${name} entfernen? Solange der Raum besteht, kann diese Person nicht zurückkommen.`,
  removeYes: 'Entfernen',
  removeNo: 'Behalten',
  muteAll: 'Alle anderen stummschalten',
  lowerAll: 'Alle Hände senken',
  allowed: 'Alle dürfen benutzen',
  allowances: {
    microphone: 'Mikrofon',
    camera: 'Kamera',
    screen: 'Bildschirm teilen',
    chat: 'Chat',
  },
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  forbidden: {
    microphone: 'Die Moderation hat die Mikrofone vorerst ausgeschaltet',
    camera: 'Die Moderation hat die Kameras vorerst ausgeschaltet',
    screen: 'Die Moderation hat das Teilen von Bildschirmen vorerst ausgeschaltet',
    chat: 'Die Moderation hat den Chat vorerst geschlossen',
  },
}

export const news: Words['news'] = {
  stopped: {
    microphone: (name) => `${name} hat Sie stummgeschaltet`,
    camera: (name) => `${name} hat Ihre Kamera ausgeschaltet`,
    screen: (name) => `${name} hat das Teilen Ihres Bildschirms beendet`,
  },
  unmuteAsked: (name) => `${name} bittet Sie, Ihr Mikrofon einzuschalten`,
  unmute: 'Einschalten',
  notNow: 'Jetzt nicht',
  deviceArrived: (device) => `Neues Gerät: ${device}`,
  speakerLost: (name) =>
    name === ''
      ? 'Ihr Lautsprecher ist nicht mehr da. Sie hören die anderen über den des Systems.'
      : `${name} ist nicht mehr da. Sie hören die anderen über den Lautsprecher des Systems.`,
  useDevice: 'Benutzen',
  'role-given': 'Sie haben jetzt die Moderation',
  'role-inherited': 'Die Moderation ist gegangen: Sie liegt jetzt bei Ihnen',
  'role-taken': 'Sie haben die Moderation nicht mehr',
}
