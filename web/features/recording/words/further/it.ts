import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const recording: FurtherWords['recording'] = {
  hint: 'Il file resta a te: nulla va a un server. Mentre registri, qui lo vedono tutti.',
  room: 'Ciò che vedo e sento',
  roomHint: 'Con chi acconsente. Chi non ha acconsentito non si vede e non si sente.',
  own: 'Solo me',
  ownHint: 'La tua videocamera e il tuo microfono, e nessun altro.',
  start: 'Avvia la registrazione',
  stop: 'Interrompi la registrazione',
  starting: 'Preparazione della registrazione…',
  saving: 'Salvataggio della registrazione…',
  toMemory: (megabytes) =>
    `Questo browser tiene la registrazione in memoria fino alla fine, ${megabytes} MB al massimo.`,
  keepOpen: 'Tieni questa scheda in primo piano: dietro alle altre la sua immagine può fermarsi.',
  unsupported: 'Questo browser non sa registrare. Un Firefox, Chrome, Edge o Safari recente sì.',
  running: 'Stai registrando.',
  agreed: (agreed, others) => `Consensi: ${agreed} su ${others}.`,
  size: (megabytes) => `${megabytes} MB`,
  ended: {
    stopped: 'La registrazione è finita.',
    full: 'La registrazione è finita: questo browser non può tenerne di più.',
    'taken-back':
      'La moderazione ha messo fine alla registrazione, o la tua pagina è rientrata nella stanza.',
    left: 'La registrazione è finita.',
    'no-sound':
      'Non è stato registrato nulla: il browser non ha un’uscita audio. Collega un altoparlante o delle cuffie, poi ricomincia.',
    failed: 'La registrazione non è riuscita. Ciò che era già registrato è forse nel file.',
  },
  saveAgain: 'Salva di nuovo il file',
  recordsRoom: (name) => `${name} registra ciò che si vede e si sente.`,
  recordsOwn: (name) => `${name} registra solo la propria immagine e la propria voce.`,
  leftOut: 'Finché non acconsenti, non ci sei.',
  included: 'Ci sei, perché hai acconsentito.',
  agree: 'Acconsento',
  withdraw: 'Escludimi',
  end: 'Termina la registrazione',
  fileName: 'registrazione',
  failed: 'L’invio non è riuscito. Riprova.',
}
