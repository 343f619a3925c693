import type { FurtherWords } from '../../../../i18n/further-words.ts'

const who = (names: readonly string[]): string =>
  names.length > 2 ? `${names.length} persone` : names.join(' e ')

export const explained: FurtherWords['explained'] = {
  forAll: 'Cifrata per tutte le persone presenti',
  fromLink: 'La chiave viene dal link',
  fromGroup: 'La chiave è di chi è qui',
  why: {
    beginning:
      'I dispositivi di chi è qui si stanno accordando su una chiave tutta loro. Ci vuole un istante.',
    crowd: (most) =>
      `Qui ci sono più di ${most} persone. Per così tante persone non c’è una chiave che cambi ogni volta che qualcuno arriva o esce.`,
    unkept:
      'Il tuo dispositivo non è riuscito ad accordarsi con gli altri su una chiave comune, e usa quella del link finché non esci. Ricaricando la pagina ci riprova.',
  },
  locked:
    'Il tuo dispositivo chiude a chiave ciò che dici, mostri e scrivi prima di inviarlo. Solo i dispositivi di chi è nella stanza possono riaprirlo.',
  key: 'La chiave è la fine del link, dopo il segno #. I browser non inviano questa parte a nessuno.',
  renewed:
    'I dispositivi di chi è qui si accordano tra loro sulla chiave, e su una nuova ogni volta che qualcuno arriva o esce. Nessun altro ce l’ha mai.',
  compare: {
    title: 'Sei parole da confrontare',
    how: 'Leggi queste parole ad alta voce insieme agli altri, meglio se con qualcuno di cui conosci la voce.',
    same: 'Le stesse parole nello stesso ordine: la chiave è la stessa, e nessuno si è messo in mezzo.',
    differ:
      'Parole diverse: con la stessa lingua, e dopo un istante, dovrebbero essere uguali. Se sono ancora diverse, forse qualcuno si è messo in mezzo. Allora non dire qui nulla di riservato, e manda agli altri il link di una stanza nuova per un’altra via.',
    change: 'Cambiano ogni volta che qualcuno arriva o esce.',
    renewed: 'Queste parole sono nuove: qualcuno è arrivato o uscito.',
    language: 'Lingua delle parole',
  },
  keptOut: 'Chi resta fuori',
  out: {
    carrier: 'chi ospita la stanza',
    site: 'chi gestisce questo sito, o ne legge i dischi, i registri o la memoria',
    network: 'chiunque sia lungo il percorso: il fornitore, la rete dell’azienda, il wifi del bar',
    removed:
      'chi è stato fatto uscire: non può seguire più nulla di ciò che viene detto, mostrato o scritto dopo',
    late: 'chi arriva più tardi, per ciò che è stato detto e mostrato prima; ciò che è scritto nella chat lo può leggere',
  },
  limits: 'Che cosa sapere',
  limit: {
    link: {
      link: 'Chi ha il link ha la chiave. Dallo solo a chi deve venire.',
      removed:
        'Chi è stato fatto uscire conserva il link, e quindi la chiave: con l’aiuto di chi ospita la stanza potrebbe continuare ad ascoltare. Perché resti fuori, apri una stanza nuova e dai agli altri il suo link.',
    },
    group: {
      link: 'Chi ha il link può entrare, e allora riceve una chiave. Dallo solo a chi deve venire.',
      removed:
        'Chi è stato fatto uscire conserva il link e potrebbe tornare con un altro nome, a meno che il link non cambi: «Fai uscire e cambia il link» fa entrambe le cose.',
    },
    spoken:
      'Anche sei parole create da chi modera aprono questa stanza, finché c’è qualcuno. Chi modera può ritirarle sotto «Invita».',
    page: 'Anche questa pagina viene da questo sito. Un sito che inviasse una pagina modificata potrebbe ascoltare.',
    seen: 'Questo sito vede comunque il nome della stanza, quando viene usata e da quante persone, e gli indirizzi internet di chi viene.',
  },
  openTo: {
    carrier:
      'Ciò che dici e mostri è protetto lungo il percorso. Ma chi ospita la stanza potrebbe ascoltare e guardare, e chi gestisce questo sito potrebbe leggere ciò che scrivi.',
    name: 'Chiunque conosca il nome della stanza, o lo indovini, può venire, per quanto la porta lo permette.',
    instead: 'Per parlare in privato, apri una stanza nuova dalla pagina iniziale e condividi il suo link.',
  },
  rate: {
    forAll: 'Voci a velocità costante, per tutti',
    hint: 'Tutte le voci partono in pezzi della stessa misura, anche quando nessuno parla. Chi li vede passare non può capire da lì chi parla e quando, né indovinare le parole. Si vede ancora chi c’è, per quanto tempo, e chi disattiva il microfono, e le immagini passano come prima. Ogni voce occupa circa 100 kilobit al secondo.',
  },
  cannot:
    'Questa stanza è cifrata, e questo browser non sa farlo. Un Firefox, Chrome, Edge o Safari recente sì: apri lì il link.',
  tampered:
    'È arrivato qualcosa che la chiave di questa stanza non apre, oppure qualcosa non ti arriva. Si è danneggiato per strada, o qualcuno si intromette.',
  keyNews: {
    putOut: (names) =>
      `Fuori dalla stanza: ${who(names)}. Da adesso non ${names.length === 1 ? 'può' : 'possono'} seguire più nulla`,
    putOutByLink: (names) =>
      `Fuori dalla stanza: ${who(names)}. ${names.length === 1 ? 'Conserva' : 'Conservano'} però il link, e quindi la chiave: per ciò che lì non va sentito, apri una stanza nuova`,
    arrived: (names) =>
      `Chiave nuova dall’arrivo di ${who(names)}: ciò che è stato detto prima resta chiuso, ciò che è stato scritto si può leggere`,
    group: 'La chiave è di nuovo di chi è qui, e cambia ogni volta che qualcuno arriva o esce.',
    crowd: (most) =>
      `Ora qui ci sono più di ${most} persone. Da qui in poi la chiave viene dal link: chi ha il link potrebbe seguire.`,
    unkept:
      'Il tuo dispositivo non è riuscito ad accordarsi con gli altri su una chiave comune. Da qui in poi usa quella del link: chi ha il link potrebbe seguire.',
    rateConstant:
      'Tutte le voci di questa stanza ora partono a velocità costante: chi osserva la rete non può capire da lì chi parla, né quando. Si vede ancora che ci sei, e quando disattivi il microfono.',
    rateOwn: 'Le voci non partono più tutte a velocità costante. Vale di nuovo la tua impostazione.',
  },
}
