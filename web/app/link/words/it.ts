import type { FurtherWords } from '../../../i18n/further-words.ts'

export const link: FurtherWords['link'] = {
  damaged: {
    title: 'Questo link non è intero',
    text: 'Manca la fine, o è stata cambiata per strada. Copialo di nuovo, fino all’ultimo carattere, o chiedilo ancora una volta.',
  },
  'link-required': {
    title: 'Questa stanza è cifrata',
    text: 'Il nome non basta per entrare: la chiave è nel suo link. Chi ti invita te lo può mandare, o dirti sei parole.',
  },
  'wrong-link': {
    title: 'Questo link non apre la stanza',
    text: 'La stanza con questo nome ha un altro link. Forse ne è stato fatto uno nuovo: chiedi a chi ti ha mandato l’invito.',
  },
  'link-changed': {
    title: 'Il link di questa stanza è stato cambiato',
    text: 'Quello che hai non fa più entrare. Chiedi il nuovo a chi è nella stanza.',
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
  spoken: {
    field: 'Sei parole che ti hanno detto',
    open: 'Apri',
    hint: 'In una qualsiasi delle lingue di questa pagina; bastano le prime quattro lettere di ognuna.',
    moment: 'Un momento…',
    count: (known, needed) => `${known} parole su ${needed}`,
    notAWord: '(parola non in elenco)',
    problems: {
      unknown: 'Una di queste parole non è nell’elenco. Controllala, o scrivila per intero.',
      few: 'Servono sei parole.',
      many: 'Sono più di sei parole.',
      wrong:
        'Non sono le parole di questa stanza. Valgono finché c’è qualcuno: fattele ripetere, e controlla il nome della stanza.',
      'too-many-tries': 'Sono stati molti tentativi di fila. Aspetta un minuto prima del prossimo.',
      unreachable: 'In questo momento la stanza non è raggiungibile. Riprova.',
    },
  },
}
