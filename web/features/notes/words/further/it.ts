import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const notes: FurtherWords['notes'] = {
  hint: 'Qui tutti possono leggerli e modificarli. Vengono cancellati con la stanza.',
  placeholder: 'Ordine del giorno, decisioni, link… In Markdown, se vuoi.',
  notAllowed: 'La moderazione ha disattivato i messaggi: puoi leggere gli appunti, ma non modificarli.',
  full: 'Gli appunti sono pieni. Accorciali, oppure salvali e ricomincia.',
  unsent: 'Le tue ultime modifiche non sono ancora arrivate agli altri; ripartiranno da sole.',
  writing: (names, count) => (count === 1 ? `${names} scrive…` : `${names} scrivono…`),
  save: 'Salva come file',
  fileName: 'appunti',
}
