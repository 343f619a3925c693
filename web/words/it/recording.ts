import type { Words } from '../words.ts'

export const recording: Words['recording'] = {
  title: 'Registrare',
  hint: 'Il file resta a chi registra: nulla va a un server. Finché dura, qui lo sanno tutti.',
  room: 'Ciò che vedo e sento',
  roomHint: 'Con chi acconsente. Chi non ha acconsentito non vi si vede né si sente.',
  own: 'Solo me',
  ownHint: 'La propria videocamera e il proprio microfono, e nessun altro.',
  start: 'Cominciare a registrare',
  stop: 'Fermare la registrazione',
  starting: 'La registrazione si prepara…',
  toMemory: (megabytes) =>
    `Questo browser tiene la registrazione in memoria fino alla fine, ${megabytes} MB al massimo.`,
  keepOpen: 'Questa scheda va tenuta davanti: dietro ad altre la sua immagine può fermarsi.',
  unsupported: 'Questo browser non sa registrare. Un Firefox, Chrome, Edge o Safari recente sì.',
  running: 'Registrazione in corso.',
  agreed: (agreed, others) => `Consensi: ${agreed} su ${others}.`,
  size: (megabytes) => `${megabytes} MB`,
  ended: {
    stopped: 'La registrazione è finita.',
    full: 'La registrazione è finita: questo browser non può tenerne di più.',
    'taken-back': 'La moderazione ha messo fine alla registrazione, o la pagina è rientrata nella stanza.',
    left: 'La registrazione è finita.',
    'no-sound':
      'Non è stato registrato nulla: il browser non ha un’uscita audio. Occorre collegare un altoparlante o delle cuffie, poi ricominciare.',
    failed: 'La registrazione non è riuscita. Ciò che precede è forse nel file.',
  },
  saveAgain: 'Salvare di nuovo il file',
  recordsRoom: (name) => `${name} registra ciò che si vede e si sente.`,
  recordsOwn: (name) => `${name} registra solo la propria immagine e la propria voce.`,
  leftOut: 'Senza consenso non si è inclusi.',
  included: 'Il consenso è dato: si è inclusi.',
  agree: 'Acconsento',
  withdraw: 'Escludetemi',
  end: 'Mettervi fine',
  fileName: 'registrazione',
  failed: 'L’invio non è riuscito. Si può riprovare.',
}
