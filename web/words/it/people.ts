import type { Words } from '../words.ts'

export const people: Words['people'] = {
  search: 'Trovare qualcuno',
  nobodyFound: 'Qui nessuno ha questo nome.',
  cutOff: 'Connessione interrotta',
  actions: (name) => `Che cosa fare con ${name}`,
  message: 'Messaggio privato',
  mute: 'Spegnere il microfono',
  stopCamera: 'Spegnere la videocamera',
  stopScreen: 'Fermare la condivisione',
  askUnmute: 'Chiedere di accendere il microfono',
  asked: 'Richiesta inviata',
  lowerHand: 'Abbassare la mano',
  makeModerator: 'Affidare la moderazione',
  unmakeModerator: 'Togliere la moderazione',
  remove: 'Far uscire dalla stanza',
  removeSure: (name) => `Far uscire ${name}? Finché la stanza dura, questa persona non potrà tornare.`,
  removeYes: 'Far uscire',
  removeNo: 'Lasciare',
  muteAll: 'Spegnere gli altri microfoni',
  lowerAll: 'Abbassare tutte le mani',
  allowed: 'Tutti possono usare',
  allowances: {
    microphone: 'Il microfono',
    camera: 'La videocamera',
    screen: 'La condivisione dello schermo',
    chat: 'La chat',
  },
  failed: 'Non ha funzionato. Si può riprovare.',
  forbidden: {
    microphone: 'Per ora la moderazione ha spento i microfoni',
    camera: 'Per ora la moderazione ha spento le videocamere',
    screen: 'Per ora la moderazione ha fermato le condivisioni dello schermo',
    chat: 'Per ora la moderazione ha chiuso la chat',
  },
}

export const news: Words['news'] = {
  stopped: {
    microphone: (name) => `${name} ha spento questo microfono`,
    camera: (name) => `${name} ha spento questa videocamera`,
    screen: (name) => `${name} ha fermato questa condivisione dello schermo`,
  },
  unmuteAsked: (name) => `${name} chiede di accendere il microfono`,
  unmute: 'Accendere',
  notNow: 'Non ora',
  deviceArrived: (device) => `Nuovo dispositivo: ${device}`,
  speakerLost: (name) =>
    name === ''
      ? 'L’altoparlante non c’è più. Gli altri si sentono da quello di sistema.'
      : `${name} non c’è più. Gli altri si sentono dall’altoparlante di sistema.`,
  useDevice: 'Usarlo',
  'role-given': 'Ora la moderazione è qui',
  'role-inherited': 'Chi moderava è uscito: ora la moderazione è qui',
  'role-taken': 'La moderazione non è più qui',
}
