import type { Words } from '../words.ts'

export const notes: Words['notes'] = {
  title: 'Appunti condivisi',
  hint: 'Qui tutti li leggono e li scrivono. Si cancellano con la stanza.',
  placeholder: 'Ordine del giorno, decisioni, link… Anche in Markdown.',
  notAllowed: 'La moderazione ha disattivato i messaggi: gli appunti si possono leggere, ma non modificare.',
  full: 'Gli appunti sono pieni. Si possono accorciare, o salvare per ricominciare.',
  unsent: 'Le ultime modifiche non sono ancora arrivate agli altri; ripartiranno da sole.',
  writing: (names, count) => (count === 1 ? `${names} scrive…` : `${names} scrivono…`),
  save: 'Salvare come file',
  fileName: 'appunti',
}
