import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Connessione',
  carriedBy: 'Stanza ospitata da',
  wasCarriedBy: 'La stanza era ospitata da',
  willBeCarriedBy: 'Se apri tu la stanza, sarà ospitata da',
  lenderSees:
    'Chi la presta vede il tuo indirizzo di rete, se non lo nascondi, e potrebbe ascoltare e guardare. Non viene a sapere nomi e non legge niente di ciò che è scritto.',
  siteSees:
    'Chi lo gestisce vede il tuo indirizzo di rete, e potrebbe ascoltare, guardare e leggere ciò che è scritto.',
  verdicts: {
    unknown: 'Misura in corso…',
    good: 'La tua connessione è buona.',
    fair: 'La tua connessione è discreta: ogni tanto un’immagine può fermarsi.',
    poor: 'La tua connessione è debole. Più vicino al router, via cavo o con immagini meno nitide, migliora.',
  },
  rows: {
    path: 'Percorso',
    delay: 'Ritardo, andata e ritorno',
    'received-loss': 'Perso in arrivo',
    'sent-loss': 'Perso in partenza',
    received: 'Ricevi',
    sent: 'Invii',
  },
  paths: { udp: 'Diretto (UDP)', tcp: 'Diretto (TCP)', relay: 'Inoltrato' },
  pathHints: {
    udp: 'Audio e video prendono la via breve.',
    tcp: 'La tua rete lascia passare solo TCP: ciò che si perde viene rimandato, e arriva tardi.',
    relay:
      'Un altro server inoltra audio e video: perché il tuo indirizzo deve restare nascosto, o perché la tua rete non lascia passare nulla direttamente.',
  },
  milliseconds: (count) => `${count} ms`,
  rate: (kilobits) => `${kilobits} kbit/s`,
}

export const notice: Words['notice'] = {
  joining: 'Ingresso nella stanza…',
  joiningLong: 'L’ingresso richiede più tempo del solito. Controlla la rete, o ricarica la pagina.',
  reconnecting: 'La connessione si è interrotta. Sei ancora nella stanza; la stiamo ripristinando…',
  reconnectingLong:
    'La connessione è ancora interrotta. Controlla la rete; la chiamata riprende da sola appena torna.',
  starting: 'Collegamento di audio e video…',
  startingLong:
    'Audio e video tardano più del solito. Forse li ferma un firewall; un’altra rete può aiutare.',
  mediaReconnecting: 'Audio e video si sono interrotti, li stiamo ripristinando…',
  mediaReconnectingLong: 'Audio e video mancano ancora. Tornano da soli appena possibile.',
  waiting:
    'In questo momento nessun server trasmette audio e video. La stanza resta aperta, e la chiamata riprenderà da sola.',
  noRelay:
    'Il tuo indirizzo deve restare nascosto, e questo server non offre relay: nessuno ti sente né ti vede, e tu non senti né vedi nessuno. L’opzione è nelle impostazioni, sotto «Privacy».',
  voicesOnly: 'La quota del relay è quasi esaurita: le voci continuano, le immagini no.',
  relaySpent:
    'La quota del relay è esaurita: nessuno ti sente né ti vede, e tu non senti né vedi nessuno. Puoi continuare da un’altra rete, o senza nascondere il tuo indirizzo.',
  unsupported:
    'Questo browser non può trasmettere audio e video. Un Firefox, Chrome, Edge o Safari recente può.',
}
