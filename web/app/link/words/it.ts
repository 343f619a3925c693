import type { FurtherWords } from '../../../i18n/further-words.ts'

export const link: FurtherWords['link'] = {
  damaged: {
    title: 'Questo link non è intero',
    text: 'Manca la fine, o è stata cambiata per strada. Copialo di nuovo, fino all’ultimo carattere, o chiedilo ancora una volta.',
  },
  'link-required': {
    title: 'Questa stanza è cifrata',
    text: 'Il nome non basta per entrare: la chiave è nel suo link. Te lo può mandare chi ti invita.',
  },
  'wrong-link': {
    title: 'Questo link non apre la stanza',
    text: 'La stanza con questo nome ha un altro link. Forse ne è stato fatto uno nuovo: chiedi a chi ti ha mandato l’invito.',
  },
  'plain-room': {
    title: 'Questa stanza non è cifrata',
    text: 'Qualcuno l’ha aperta con il solo nome. Chi la ospita potrebbe ascoltare, e chi indovina il nome può venire.',
  },
  'not-encrypted': {
    title: 'Non è la stanza del tuo link',
    text: 'Il tuo link è di una stanza cifrata. La stanza aperta adesso con quel nome non lo è, e non le hai inviato nulla. Chiedi a chi ti ha mandato l’invito.',
  },
  field: 'Link della stanza',
  open: 'Apri',
  joinPlainly: 'Entra senza cifratura',
  problems: {
    'no-link': 'Non è il link di una stanza di questo sito.',
    'no-key': 'In questo link manca la chiave: continua dopo un #.',
  },
}
