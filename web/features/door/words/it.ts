import type { Words } from '../../../i18n/words.ts'

export const door: Words['door'] = {
  title: 'Porta',
  state: {
    open: 'Aperta a chiunque abbia il link',
    password: 'Serve una password',
    lobby: 'Chi arriva aspetta in sala d’attesa',
    locked: 'Chiusa a chiave: non può entrare nessun altro',
  },

  waiting: (count) => (count === 1 ? '1 persona chiede di entrare' : `${count} persone chiedono di entrare`),
  knocked: (name) => `${name} chiede di entrare`,
  see: 'Vedi chi è',
  admit: 'Fai entrare',
  admitName: (name) => `Fai entrare ${name}`,
  failed: 'Non ha funzionato. Riprova.',
}
