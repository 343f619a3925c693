import type { Words } from '../../i18n/words.ts'

export const settings: Words['settings'] = { page: 'Diese Seite', remembered: 'Dieser Browser' }

export const room: Words['room'] = {
  controls: 'Steuerung',
  people: 'Personen im Raum',
  mute: 'Stummschalten',
  unmute: 'Mikrofon einschalten',
  startCamera: 'Kamera einschalten',
  stopCamera: 'Kamera ausschalten',
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  more: 'Mehr',
  leave: 'Verlassen',
  you: 'Sie',
  moderator: 'Moderation',
  muted: 'stumm',
  noMicrophone: 'kein Mikrofon',
  speaking: 'spricht',
  hear: 'Klicken, um die anderen zu hören',
}

export const leaving: Words['leaving'] = {
  title: 'Den Raum verlassen?',
  text: 'Sie sind noch darin. Ein weiterer Schritt zurück führt hinaus.',
  stay: 'Bleiben',
}

export const more: Words['more'] = {
  title: 'Mehr',
  close: 'Schließen',
  back: 'Zurück',
  people: (count) => (count === 1 ? '1 Person' : `${count} Personen`),
  settings: 'Geräte und Einstellungen',
  language: 'Sprache',
  theme: 'Farben',
  themes: { auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
}

export const arrivals: Words['arrivals'] = {
  renamed: (from, to) => `${from} heißt jetzt ${to}`,
  arrived: (names) =>
    names.length > 2 ? `${names.length} Personen sind gekommen` : `Neu im Raum: ${names.join(' und ')}`,
  gone: (names) =>
    names.length > 2
      ? `${names.length} Personen sind gegangen`
      : `Nicht mehr im Raum: ${names.join(' und ')}`,
}

export const ownNotices: Words['ownNotices'] = {
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
