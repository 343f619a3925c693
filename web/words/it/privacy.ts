import type { Words } from '../words.ts'

export const privacy: Words['privacy'] = {
  title: 'Privacy',
  hidesAddress: 'Nascondi il mio indirizzo',
  hidesAddressHint:
    'La macchina che trasmette la chiamata vede l’indirizzo di un relay invece del tuo. Senza relay, nessuno ti sente né ti vede.',
  noRelayHint:
    'Questo server non offre relay: con l’opzione attiva nessuno ti sente né ti vede, e tu non senti né vedi nessuno.',
}
