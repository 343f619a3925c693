import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const stats: FurtherWords['stats'] = {
  loading: 'Calcolo in corso…',
  failed: 'Le cifre non sono arrivate.',
  nothing: 'Non è ancora stato contato nulla: comincia tu.',
  now: 'Adesso',
  workingDay: 'In un giorno lavorativo, in media',
  days: 'Gli ultimi 30 giorni',
  years: 'Anno per anno',
  conferences: 'Riunioni',
  people: 'Persone',
  day: 'Giorno',
  year: 'Anno',
  unfinished: 'oggi, non ancora finito',
  most: (most, day) => `Al massimo ${most}, il ${day}`,
  mostOfYears: (most, year) => `Al massimo ${most}, nel ${year}`,
  asTable: 'Lo stesso come tabella',
  howTitle: 'Che cosa viene contato, e come',
  conference:
    'Una riunione comincia quando due persone sono in una stanza, e finisce quando la stanza è vuota. Chi entra in una stanza conta una volta a ogni ingresso; chi perde la connessione e torna entro mezzo minuto non conta di nuovo.',
  private:
    'Le stanze dicono quanti, e nient’altro: nessun nome, nessun indirizzo e nessuna stanza viene conservata per questo, e da queste cifre nessuno può sapere chi c’era.',
  calendar: (since) =>
    `Contato dal ${since}. I giorni cominciano a mezzanotte UTC; la media riguarda i giorni dal lunedì al venerdì delle ultime quattro settimane, senza oggi.`,
  data: 'Le cifre come dati (JSON)',
}
