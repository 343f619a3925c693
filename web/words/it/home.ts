import type { Words } from '../words.ts'

export const home: Words['home'] = {
  title: 'Incontrarsi in due clic',
  lead: 'Un nome per la stanza, un link da condividere, e si parla. Senza account, senza installare nulla.',
  roomName: 'Nome della stanza',
  anotherName: 'Proporre un altro nome',
  open: 'Aprire la stanza',
  badName: 'Un nome ha da 1 a 64 lettere, cifre e trattini. Se ne può provare un altro.',
  lasts:
    'Una stanza esiste finché c’è qualcuno, poi viene cancellata. Resta solo, per un mese, come era impostata la sua porta.',
  remembered: 'Il nome e le scelte restano memorizzati solo in questo browser.',
  notRemembered:
    'Questo browser non permette alla pagina di ricordare nulla: la prossima volta si sceglierà di nuovo.',
  forget: 'Dimenticarli',
  forgotten: 'Dimenticati.',
}

export const badName: Words['badName'] = {
  title: 'Nessuna stanza può avere questo nome',
  text: (written) =>
    `«${written}» non è un nome per una stanza: servono da 1 a 64 lettere, cifre e trattini, e alcune parole sono riservate.`,
  home: 'Scegliere un altro nome',
}

export const opening: Words['opening'] = {
  waitForPanel: 'Si apre…',
  tryAgain: 'Riprovare',
  wait: 'La stanza si apre…',
  failedTitle: 'La pagina non si è caricata del tutto',
  failedText: 'Ne manca una parte. Conviene controllare la connessione, poi ricaricare la pagina.',
  reload: 'Ricaricare la pagina',
}

export const colophon = {
  licence: 'Software libero, AGPL-3.0 o successiva:',
  source: 'codice sorgente',
  licences: 'licenze',
}
