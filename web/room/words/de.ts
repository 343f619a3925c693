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
  dismiss: 'Ausblenden',
}

export const leaving: Words['leaving'] = {
  title: 'Den Raum verlassen?',
  text: 'Sie sind noch darin. Ein weiterer Schritt zurück führt hinaus.',
  stay: 'Bleiben',
}

export const notice: Words['notice'] = {
  joining: 'Sie treten bei…',
  joiningLong:
    'Der Beitritt dauert länger als sonst. Prüfen Sie Ihre Verbindung oder laden Sie die Seite neu.',
  reconnecting: 'Die Verbindung ist abgebrochen und wird wiederhergestellt. Sie sind noch im Raum…',
  reconnectingLong:
    'Die Verbindung ist noch unterbrochen. Prüfen Sie Ihr Netz; das Gespräch geht von selbst weiter, sobald es wieder da ist.',
  starting: 'Ton und Bild werden verbunden…',
  startingLong:
    'Ton und Bild brauchen länger als sonst. Vielleicht hält eine Firewall sie auf; ein anderes Netz kann helfen.',
  mediaReconnecting: 'Ton und Bild sind unterbrochen und werden wiederhergestellt…',
  mediaReconnectingLong: 'Ton und Bild sind noch nicht zurück. Sie kommen von selbst, sobald es geht.',
  waiting:
    'Gerade überträgt kein Server Ton und Bild. Der Raum bleibt offen, und das Gespräch geht von selbst weiter, sobald wieder einer da ist.',
  noRelay:
    'Ihre Adresse soll verborgen bleiben, und dieser Server bietet kein Relais: Niemand hört und sieht Sie, und Sie hören und sehen niemanden. Der Schalter ist in den Einstellungen unter „Privatsphäre“.',
  voicesOnly: 'Das Kontingent des Relais ist fast aufgebraucht: Der Ton geht weiter, die Bilder nicht.',
  relaySpent:
    'Das Kontingent des Relais ist aufgebraucht: Niemand hört und sieht Sie, und Sie hören und sehen niemanden. Aus einem anderen Netz oder ohne verborgene Adresse geht es weiter.',
  unsupported:
    'Dieser Browser kann Ton und Bild nicht übertragen. Ein aktueller Firefox, Chrome, Edge oder Safari kann es.',
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
