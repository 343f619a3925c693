import type { Words } from '../words.ts'

export const home: Words['home'] = {
  title: 'Ci si vede in due clic',
  lead: 'Dai un nome alla stanza, condividi il link, parla. Senza account, senza installare nulla.',
  roomName: 'Nome della stanza',
  anotherName: 'Proponi un altro nome',
  open: 'Apri la stanza',
  badName: 'Un nome ha da 1 a 64 lettere, cifre e trattini. Provane un altro.',
  lasts:
    'Una stanza esiste finché c’è qualcuno, poi viene cancellata. Resta solo, per un mese, come era impostata la sua porta.',
  remembered: 'Il tuo nome e le tue scelte restano solo in questo browser.',
  notRemembered:
    'Questo browser non permette alla pagina di ricordare nulla: la prossima volta sceglierai di nuovo.',
  forget: 'Cancellali',
  forgotten: 'Cancellati.',
}

export const badName: Words['badName'] = {
  title: 'Nessuna stanza può avere questo nome',
  text: (written) =>
    `«${written}» non è un nome per una stanza: servono da 1 a 64 lettere, cifre e trattini, e alcune parole sono riservate.`,
  home: 'Scegli un altro nome',
}

export const opening: Words['opening'] = {
  waitForPanel: 'Apertura…',
  tryAgain: 'Riprova',
  wait: 'Apertura della stanza…',
  failedTitle: 'La pagina non si è caricata del tutto',
  failedText: 'Ne manca una parte. Controlla la connessione, poi ricarica la pagina.',
  reload: 'Ricarica la pagina',
}

export const colophon = {
  licence: 'Software libero, AGPL-3.0 o successiva:',
  source: 'codice sorgente',
  licences: 'licenze',
}
