import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Connessione',
  carriedBy: 'Stanza ospitata da',
  wasCarriedBy: 'La stanza era ospitata da',
  willBeCarriedBy: 'Se apri tu la stanza, sarà ospitata da',
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
