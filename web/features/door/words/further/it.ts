import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const door: FurtherWords['door'] = {
  creator: 'moderazione, ha aperto la stanza',
  passwordTitle: 'Questa stanza ha una password',
  passwordText: 'La conosce chi ti ha mandato l’invito.',
  password: 'Password',
  showPassword: 'Mostra la password',
  problems: {
    'wrong-password': 'Non è quella giusta. Controlla come è scritta, maiuscole comprese.',
    'too-many-tries': 'Sono molti tentativi di seguito. Prima del prossimo aspetta un minuto.',
  },
  waitTitle: 'Sei in sala d’attesa',
  waitText: 'Entrerai appena qualcuno della moderazione ti aprirà la porta.',
  waitLong: 'Nessuno ha ancora aperto. Puoi continuare ad aspettare, o avvisare chi ti ha mandato l’invito.',
  since: (time) => `dalle ${time}`,
  nobodyWaits: 'Nessuno chiede di entrare.',
  admitAll: 'Fai entrare tutti',
  deny: 'Rifiuta',
  denyName: (name) => `Rifiuta ${name}`,
  lobby: 'Sala d’attesa',
  lobbyHint: 'Chi arriva aspetta che la moderazione apra la porta.',
  lock: 'Chiudi a chiave',
  lockHint: 'Non può entrare nessun altro, nemmeno in sala d’attesa.',
  passwordHint: 'Chi arriva deve conoscerla. Chi è già nella stanza resta.',
  newPassword: 'Nuova password',
  setPassword: 'Imposta la password',
  changePassword: 'Cambia',
  removePassword: 'Togli',
  passwordIsSet: 'La stanza ha una password. Essaim non la conosce e non può mostrarla di nuovo.',
  /** For whoever opened the room, and for other moderators. */
  keeps:
    'Hai aperto tu questa stanza: appena due persone si sono incontrate qui, la porta resta come la lasci per 30 giorni dopo che sono usciti tutti.',
  keepsNot: 'Ciò che cambi qui vale finché non sono usciti tutti.',
}
