import type { Words } from '../words.ts'

export const swarm: Words['swarm'] = {
  link: 'Chi presta i nodi',
  title: 'Lo sciame',
  lead: 'Suono e immagine passano per dei nodi: macchine prestate da persone e istituzioni. Ecco quali, e quante persone portano in questo momento.',
  loading: 'Si sta chiedendo in giro…',
  failed: 'L’elenco non è arrivato.',
  nobody: 'Nessuno presta ancora un nodo.',
  lender: 'Chi presta',
  people: 'Persone',
  away: 'assente',
  own: (nodes) => (nodes === 1 ? 'Il nodo di questo sito' : `I nodi di questo sito (${nodes})`),
  map: (places) =>
    places === 1
      ? 'Mappa con il luogo di un nodo; la tabella dice lo stesso.'
      : `Mappa con i luoghi di ${places} nodi; la tabella dice lo stesso.`,
  lendTitle: 'Prestare un nodo',
  lend: 'Basta una macchina ben collegata: non servono dominio, certificato o server web.',
  listens:
    'Non viene a sapere nomi di persone o di stanze, solo gli indirizzi di rete. Ma audio e video non sono ancora cifrati end-to-end: chi presta una macchina potrebbe ascoltare e guardare.',
  lendAsk: 'Chiedere un invito a chi gestisce questo sito: una sola parola lunga.',
  lendJoin: 'Sulla propria macchina, in una copia di Essaim, farla entrare con quella parola:',
  lendStay: 'Dire, volendo, quanto può portare al massimo. Partecipa finché è in funzione.',
  known:
    'Chi presta è nominato qui e nelle stanze che il suo nodo porta, con il luogo indicato, a una decina di chilometri.',
  data: 'Lo stesso come dati (JSON)',
}

export const hosts: Words['hosts'] = {
  title: 'Scegliere chi porta la stanza',
  label: 'Chi ospita',
  swarm: 'Decide lo sciame',
  note: 'Vale se la stanza si apre con voi, e se chi ospita accetta ancora stanze. La scelta non viene memorizzata.',
}
