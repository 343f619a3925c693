import type { Words } from '../words.ts'

export const people: Words['people'] = {
  search: 'Person suchen',
  nobodyFound: 'Niemand hier heißt so.',
  cutOff: 'Verbindung unterbrochen',
  actions: (name) => `Aktionen für ${name}`,
  rename: 'Namen ändern',
  changeName: 'Ändern',
  changingName: 'Ihr Name wird geändert…',
  nameChanged: (name) => `Die anderen sehen jetzt „${name}“.`,
  volume: 'Lautstärke',
  screenVolume: 'Lautstärke des geteilten Bildschirms',
  silence: 'Nur für mich stumm',
  silenceHint:
    'Sie hören diese Person nicht mehr. Die anderen hören sie weiterhin, und niemand erfährt davon.',
  silenced: 'nur für Sie stumm',
  hearAgain: (name) => `${name} wieder hören`,
  message: 'Private Nachricht',
  mute: 'Stummschalten',
  stopCamera: 'Kamera ausschalten',
  stopScreen: 'Teilen beenden',
  askUnmute: 'Bitten, das Mikrofon einzuschalten',
  asked: 'Anfrage gesendet',
  lowerHand: 'Hand senken',
  makeModerator: 'Moderieren lassen',
  unmakeModerator: 'Nicht mehr moderieren lassen',
  remove: 'Aus dem Raum entfernen',
  removeSure: (name) => `${name} entfernen? Solange der Raum besteht, kann diese Person nicht zurückkommen.`,
  removeYes: 'Entfernen',
  removeNo: 'Abbrechen',
  muteAll: 'Alle anderen stummschalten',
  lowerAll: 'Alle Hände senken',
  allowed: 'Allen erlaubt',
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
      ? 'Ihr Lautsprecher ist nicht mehr angeschlossen. Sie hören die anderen jetzt über den des Systems.'
      : `${name} ist nicht mehr angeschlossen. Sie hören die anderen jetzt über den Lautsprecher des Systems.`,
  useDevice: 'Verwenden',
  'role-given': 'Sie moderieren jetzt',
  'role-inherited': 'Die Moderation hat den Raum verlassen: Jetzt moderieren Sie',
  'role-taken': 'Sie moderieren nicht mehr',
}
