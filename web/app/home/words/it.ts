import type { HomeWords } from '../../../i18n/home-words.ts'

export const home: HomeWords['home'] = {
  title: 'Ci si vede in due clic',
  lead: 'Dai un nome alla stanza, condividi il link, parla. Senza account, senza installare nulla.',
  roomName: 'Nome della stanza',
  anotherName: 'Proponi un altro nome',
  open: 'Apri la stanza',
  address: 'Indirizzo:',
  encrypted: 'Cifrata end-to-end: il suo link è la chiave.',
  byName: 'Con il solo nome, non cifrata',
  byNameCosts:
    'Facile da dire a voce, ma chi lo indovina può venire, e chi ospita la stanza potrebbe ascoltare.',
  nothingLeft: 'I soli segni non bastano per un nome: serve una lettera o una cifra.',
  reserved: (word) => `«${word}» è una parola riservata: scegline un’altra.`,
  tooLong: 'Un nome ha al massimo 64 lettere e cifre. Accorcialo.',
  lasts:
    'Una stanza esiste finché c’è qualcuno, poi viene cancellata. Resta solo, per un mese, come era impostata la sua porta.',
}

export const badName: HomeWords['badName'] = {
  title: 'Nessuna stanza può avere questo nome',
  text: (written) => `«${written}» contiene segni che un nome di stanza non ha. Forse cerchi questa stanza:`,
  instead: (name) => `Apri «${name}»`,
  home: 'Scegli un altro nome',
}
