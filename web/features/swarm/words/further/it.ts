import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const swarm: FurtherWords['swarm'] = {
  lead: 'Audio e video passano per dei nodi: macchine prestate da persone e istituzioni. Ecco di chi sono, e quante persone collegano in questo momento.',
  nobody: 'Nessuno presta ancora un nodo.',
  lender: 'Chi presta',
  people: 'Persone',
  away: 'non raggiungibile',
  own: (nodes) => (nodes === 1 ? 'Il nodo di questo sito' : `I nodi di questo sito (${nodes})`),
  map: (places) =>
    places === 1
      ? 'Mappa con il luogo di un nodo; la tabella dice lo stesso.'
      : `Mappa con i luoghi di ${places} nodi; la tabella dice lo stesso.`,
  lendTitle: 'Presta un nodo',
  lend: 'Basta una macchina ben collegata: non servono dominio, certificato o server web.',
  listens:
    'Non viene a sapere nomi di persone o di stanze, solo gli indirizzi di rete. Le stanze aperte con un link intero sono cifrate end-to-end. In quelle aperte con il solo nome, chi presta una macchina potrebbe ascoltare e guardare.',
  lendAsk: 'Chiedi un invito a chi gestisce questo sito: una sola parola lunga.',
  unnamed: 'Questo sito non dice chi è.',
  lendFetch: 'Scarica il programma che gira qui:',
  lendJoin: 'Sulla tua macchina, in una copia di Essaim, falla entrare con quella parola:',
  lendStay: 'Se vuoi, fissale un limite. Partecipa finché è in funzione.',
  known:
    'Chi presta un nodo è nominato qui e nelle stanze che il nodo ospita, con il luogo indicato, con una precisione di una decina di chilometri.',
  data: 'Lo stesso come dati (JSON)',
}
