import type { Words } from '../words.ts'

export const room: Words['room'] = {
  controls: 'Comandi',
  people: 'Persone nella stanza',
  mute: 'Spegnere il microfono',
  unmute: 'Accendere il microfono',
  startCamera: 'Accendere la videocamera',
  stopCamera: 'Spegnere la videocamera',
  copyLink: 'Copiare il link',
  copied: 'Copiato',
  more: 'Altro',
  leave: 'Uscire',
  you: 'io',
  moderator: 'moderazione',
  muted: 'microfono spento',
  noMicrophone: 'senza microfono',
  speaking: 'parla',
  hear: 'Un clic per sentire gli altri',
  dismiss: 'Nascondere',
}

export const first: Words['first'] = {
  title: 'Qui non c’è ancora nessun altro',
  text: 'Il link da condividere:',
  link: 'Link a questa stanza',
  share: 'Condividere',
}

export const notice: Words['notice'] = {
  joining: 'Ingresso nella stanza…',
  joiningLong:
    'L’ingresso richiede più tempo del solito. Conviene controllare la rete, o ricaricare la pagina.',
  reconnecting: 'La connessione si è interrotta. Il posto nella stanza resta; la si sta ripristinando…',
  reconnectingLong:
    'La connessione è ancora interrotta. Conviene controllare la rete; la chiamata riprende da sola appena torna.',
  starting: 'Audio e video si stanno collegando…',
  startingLong:
    'Audio e video tardano più del solito. Forse li ferma un firewall; un’altra rete può aiutare.',
  mediaReconnecting: 'Audio e video si sono interrotti, li si sta ripristinando…',
  mediaReconnectingLong: 'Audio e video mancano ancora. Tornano da soli appena possibile.',
  waiting:
    'In questo momento nessun server porta audio e video. La stanza resta aperta, e la chiamata riprenderà da sola.',
  noRelay:
    'L’indirizzo deve restare nascosto, e questo server non offre relay: da qui non si sente e non si vede nessuno, e nessuno sente né vede. L’opzione è nelle impostazioni, sotto «Riservatezza».',
  voicesOnly: 'La quota del relay è quasi esaurita: le voci continuano, le immagini no.',
  relaySpent:
    'La quota del relay è esaurita: da qui non si sente e non si vede nessuno, e nessuno sente né vede. Si può continuare da un’altra rete, o senza nascondere l’indirizzo.',
  unsupported: 'Questo browser non può portare audio e video. Un Firefox, Chrome, Edge o Safari recente può.',
}

export const more: Words['more'] = {
  title: 'Altro',
  close: 'Chiudere',
  back: 'Indietro',
  people: (count) => (count === 1 ? '1 persona' : `${count} persone`),
  settings: 'Dispositivi e impostazioni',
  language: 'Lingua',
  theme: 'Colori',
  themes: { auto: 'Come il sistema', light: 'Chiari', dark: 'Scuri' },
}

export const arrivals: Words['arrivals'] = {
  arrived: (names) =>
    names.length > 2 ? `Sono arrivate ${names.length} persone` : `Nella stanza: ${names.join(' e ')}`,
  gone: (names) =>
    names.length > 2 ? `Sono uscite ${names.length} persone` : `Non più nella stanza: ${names.join(' e ')}`,
}
