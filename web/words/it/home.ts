import type { Words } from '../words.ts'

export const home: Words['home'] = {
  title: 'Ci si vede in due clic',
  lead: 'Dai un nome alla stanza, condividi il link, parla. Senza account, senza installare nulla.',
  roomName: 'Nome della stanza',
  anotherName: 'Proponi un altro nome',
  open: 'Apri la stanza',
  address: 'Indirizzo:',
  nothingLeft: 'I soli segni non bastano per un nome: serve una lettera o una cifra.',
  reserved: (word) => `«${word}» è una parola riservata: scegline un’altra.`,
  tooLong: 'Un nome ha al massimo 64 lettere e cifre. Accorcialo.',
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
  text: (written) => `«${written}» contiene segni che un nome di stanza non ha. Forse cerchi questa stanza:`,
  instead: (name) => `Apri «${name}»`,
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
  operator: 'Sito gestito da',
  contact: 'Contatto',
  legal: 'Privacy e note legali',
  thisSite: 'questo stesso sito',
  licence: 'Software libero, AGPL-3.0 o successiva:',
  source: 'codice sorgente',
  licences: 'licenze',
}

export const recent: Words['recent'] = {
  title: 'Le tue ultime stanze',
  remembered: 'Le tue ultime stanze restano su questo dispositivo.',
  stop: 'Cancellale e non ricordarne altre',
  start: 'Ricorda le mie ultime stanze su questo dispositivo',
}
