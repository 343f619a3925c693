import type { Words } from '../words.ts'

export const people: Words['people'] = {
  search: 'Cerca una persona',
  nobodyFound: 'Qui nessuno ha questo nome.',
  cutOff: 'Connessione interrotta',
  actions: (name) => `Azioni per ${name}`,
  rename: 'Cambia nome',
  changeName: 'Cambia',
  changingName: 'Cambio del nome…',
  nameChanged: (name) => `Ora gli altri vedono «${name}».`,
  volume: 'Volume',
  screenVolume: 'Volume del suo schermo',
  silence: 'Disattiva l’audio solo per me',
  silenceHint: 'Non senti più questa persona. Gli altri la sentono, e nessuno lo viene a sapere.',
  silenced: 'audio disattivato per te',
  hearAgain: (name) => `Ascolta di nuovo ${name}`,
  message: 'Messaggio privato',
  mute: 'Disattiva il microfono',
  stopCamera: 'Disattiva la videocamera',
  stopScreen: 'Interrompi la condivisione',
  askUnmute: 'Chiedi di attivare il microfono',
  asked: 'Richiesta inviata',
  lowerHand: 'Abbassa la mano',
  makeModerator: 'Aggiungi alla moderazione',
  unmakeModerator: 'Togli dalla moderazione',
  remove: 'Fai uscire dalla stanza',
  removeSure: (name) => `Vuoi far uscire ${name}? Finché la stanza dura, questa persona non potrà tornare.`,
  removeYes: 'Fai uscire',
  removeNo: 'Annulla',
  muteAll: 'Disattiva gli altri microfoni',
  lowerAll: 'Abbassa tutte le mani',
  allowed: 'Tutti possono usare',
  allowances: {
    microphone: 'Il microfono',
    camera: 'La videocamera',
    screen: 'La condivisione dello schermo',
    chat: 'La chat',
  },
  failed: 'Non ha funzionato. Riprova.',
  forbidden: {
    microphone: 'Per ora la moderazione ha disattivato i microfoni',
    camera: 'Per ora la moderazione ha disattivato le videocamere',
    screen: 'Per ora la moderazione ha disattivato la condivisione dello schermo',
    chat: 'Per ora la moderazione ha chiuso la chat',
  },
}

export const news: Words['news'] = {
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
