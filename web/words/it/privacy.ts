import type { Words } from '../words.ts'

export const privacy: Words['privacy'] = {
  title: 'Riservatezza',
  hidesAddress: 'Nascondere il mio indirizzo',
  hidesAddressHint:
    'La macchina che porta la chiamata vede l’indirizzo di un relay invece di questo. Senza relay nessuno sente né vede nulla da qui.',
  noRelayHint:
    'Questo server non offre relay: con l’opzione accesa da qui non si sente e non si vede nessuno, e nessuno sente né vede.',
}
