import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const privacy: FurtherWords['privacy'] = {
  title: 'Privacy',
  hidesAddress: 'Nascondi il mio indirizzo',
  hidesAddressHint:
    'La macchina che trasmette la chiamata vede l’indirizzo di un relay invece del tuo. Il relay e questo sito vedono ancora il tuo; viso, voce e nome non sono nascosti. Senza relay, nessuno ti sente né ti vede.',
  noRelayHint:
    'Questo server non offre relay: con l’opzione attiva nessuno ti sente né ti vede, e tu non senti né vedi nessuno.',
  constantRate: 'Voce a velocità costante',
  constantRateAsked: 'Questa stanza lo chiede a tutti i presenti.',
  constantRateHint:
    'La tua voce parte in pezzi tutti della stessa misura, anche quando non dici nulla. Chi li vede passare non può capire da lì quando parli, né indovinare le parole. Si vede ancora che ci sei, per quanto tempo, quando disattivi il microfono, e le immagini della videocamera passano come prima. Occupa circa 100 kilobit al secondo. Nelle stanze non cifrate non fa nulla.',
}
