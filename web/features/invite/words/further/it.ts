import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const aloud: FurtherWords['aloud'] = {
  title: 'Dirlo a voce',
  hint: 'Per chi non può ricevere il link: bastano il nome di questa stanza e sei parole, per esempio al telefono.',
  make: 'Crea sei parole',
  makeOthers: 'Creane altre',
  moment: 'Un momento…',
  tell: 'Di’ queste. Si scrivono dove viene chiesto il link.',
  until: 'Aprono questa stanza, come il link, finché c’è qualcuno o finché non le ritiri.',
  others: 'Sei parole aprono questa stanza. Le può mostrare solo la pagina che le ha create.',
  takeBack: 'Ritirale',
  ask: 'Anche sei parole aprono questa stanza. Le ha create chi modera.',
  failed: 'Non ha funzionato. Riprova.',
}

export const invite: FurtherWords['invite'] = {
  mail: 'Per e-mail',
  subject: (room) => `Riunione in ${room}`,
  text: (link) =>
    `Hai ricevuto l’invito a una riunione. Questo link la apre nel browser, senza account:\n\n${link}\n`,
  scan: 'Con la fotocamera di un telefono',
  code: 'Codice QR del link a questa stanza',
  meeting: 'Programma una riunione',
  when: 'Inizio',
  length: 'Durata',
  minutes: (count) => `${count} minuti`,
  repeats: 'Ripetizione',
  repetitions: {
    never: 'mai',
    daily: 'ogni giorno',
    weekly: 'ogni settimana',
    monthly: 'ogni mese',
  },
  calendar: 'File per il tuo calendario',
}
