import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const stats: FurtherWords['stats'] = {
  loading: 'Wird gezählt…',
  failed: 'Die Zahlen sind nicht angekommen.',
  nothing: 'Noch wurde nichts gezählt: Machen Sie den Anfang.',
  now: 'Jetzt',
  workingDay: 'An einem Werktag, im Durchschnitt',
  days: 'Die letzten 30 Tage',
  years: 'Jahr für Jahr',
  conferences: 'Konferenzen',
  people: 'Personen',
  day: 'Tag',
  year: 'Jahr',
  unfinished: 'heute, noch nicht zu Ende',
  most: (most, day) => `Höchstens ${most}, am ${day}`,
  mostOfYears: (most, year) => `Höchstens ${most}, im Jahr ${year}`,
  asTable: 'Dasselbe als Tabelle',
  howTitle: 'Was gezählt wird, und wie',
  conference:
    'Eine Konferenz beginnt, wenn zwei Personen in einem Raum sind, und endet, wenn er leer ist. Wer einen Raum betritt, zählt jedes Mal einmal; wer unterbrochen wurde und binnen einer halben Minute zurück ist, zählt nicht noch einmal.',
  private:
    'Räume sagen, wie viele, und sonst nichts: Kein Name, keine Adresse und kein Raum wird dafür aufbewahrt, und niemand kann diesen Zahlen ansehen, wer hier war.',
  calendar: (since) =>
    `Gezählt seit ${since}. Tage beginnen um Mitternacht UTC; der Durchschnitt gilt für Montag bis Freitag der letzten vier Wochen, ohne heute.`,
  data: 'Die Zahlen als Daten (JSON)',
}
