import type { Words } from '../../i18n/words.ts'

export const settings: Words['settings'] = { page: 'Questa pagina', remembered: 'Questo browser' }

export const room: Words['room'] = {
  controls: 'Comandi',
  people: 'Persone nella stanza',
  mute: 'Disattiva microfono',
  unmute: 'Attiva microfono',
  startCamera: 'Attiva videocamera',
  stopCamera: 'Disattiva videocamera',
  copyLink: 'Copia il link',
  copied: 'Copiato',
  more: 'Altro',
  leave: 'Esci',
  you: 'tu',
  moderator: 'moderazione',
  muted: 'microfono disattivato',
  noMicrophone: 'senza microfono',
  speaking: 'parla',
  hear: 'Fai clic per sentire gli altri',
}

export const leaving: Words['leaving'] = {
  title: 'Vuoi uscire dalla stanza?',
  text: 'Sei ancora dentro. Un altro passo indietro porta fuori.',
  stay: 'Resta',
}

export const more: Words['more'] = {
  title: 'Altro',
  close: 'Chiudi',
  back: 'Indietro',
  people: (count) => (count === 1 ? '1 persona' : `${count} persone`),
  settings: 'Dispositivi e impostazioni',
  language: 'Lingua',
  theme: 'Colori',
  themes: { auto: 'Come il sistema', light: 'Chiari', dark: 'Scuri' },
}

export const arrivals: Words['arrivals'] = {
  renamed: (from, to) => `${from} ora si chiama ${to}`,
  arrived: (names) =>
    names.length > 2 ? `Sono arrivate ${names.length} persone` : `Nella stanza: ${names.join(' e ')}`,
  gone: (names) =>
    names.length > 2 ? `Sono uscite ${names.length} persone` : `Non più nella stanza: ${names.join(' e ')}`,
}

export const ownNotices: Words['ownNotices'] = {
  stopped: {
    microphone: (name) => `${name} ha disattivato il tuo microfono`,
    camera: (name) => `${name} ha disattivato la tua videocamera`,
    screen: (name) => `${name} ha interrotto la tua condivisione dello schermo`,
  },
  unmuteAsked: (name) => `${name} ti chiede di attivare il microfono`,
  unmute: 'Attiva',
  notNow: 'Non ora',
  deviceArrived: (device) => `Nuovo dispositivo: ${device}`,
  speakerLost: (name) =>
    name === ''
      ? 'L’altoparlante non è più collegato. Ora senti gli altri da quello di sistema.'
      : `${name} non è più collegato. Ora senti gli altri dall’altoparlante di sistema.`,
  useDevice: 'Usalo',
  'role-given': 'Ora moderi questa stanza',
  'role-inherited': 'Chi moderava è uscito: ora moderi tu',
  'role-taken': 'Non moderi più questa stanza',
}
