import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const explained: FurtherWords['explained'] = {
  forAll: 'Cifrata per tutte le persone presenti',
  fromLink: 'La chiave viene dal link',
  locked:
    'Il tuo dispositivo chiude a chiave ciò che dici, mostri e scrivi prima di inviarlo. Solo i dispositivi di chi è nella stanza possono riaprirlo.',
  key: 'La chiave è la fine del link, dopo il segno #. I browser non inviano questa parte a nessuno.',
  keptOut: 'Chi resta fuori',
  out: {
    carrier: 'chi ospita la stanza',
    site: 'chi gestisce questo sito, o ne legge i dischi, i registri o la memoria',
    network: 'chiunque sia lungo il percorso: il fornitore, la rete dell’azienda, il wifi del bar',
  },
  limits: 'Che cosa sapere',
  limit: {
    link: 'Chi ha il link ha la chiave. Dallo solo a chi deve venire.',
    removed:
      'Chi fai uscire dalla stanza conserva il link. Perché resti fuori, apri una stanza nuova e dai agli altri il suo link.',
    page: 'Anche questa pagina viene da questo sito. Un sito che inviasse una pagina modificata potrebbe ascoltare.',
    seen: 'Questo sito vede comunque il nome della stanza, quando viene usata e da quante persone, e gli indirizzi internet di chi viene.',
  },
  openTo: {
    carrier:
      'Ciò che dici e mostri è protetto lungo il percorso. Ma chi ospita la stanza potrebbe ascoltare e guardare, e chi gestisce questo sito potrebbe leggere ciò che scrivi.',
    name: 'Chiunque conosca il nome della stanza, o lo indovini, può venire, per quanto la porta lo permette.',
    instead: 'Per parlare in privato, apri una stanza nuova dalla pagina iniziale e condividi il suo link.',
  },
  cannot:
    'Questa stanza è cifrata, e questo browser non sa farlo. Un Firefox, Chrome, Edge o Safari recente sì: apri lì il link.',
  tampered:
    'È arrivato qualcosa che la chiave di questa stanza non apre, ed è stato scartato. Si è danneggiato per strada, o qualcuno si intromette.',
}
