import type { Words } from '../../../i18n/words.ts'

export const door: Words['door'] = {
  title: 'Tür',
  state: {
    open: 'Offen für alle, die den Link haben',
    password: 'Ein Passwort ist nötig',
    lobby: 'Wer kommt, wartet im Warteraum',
    locked: 'Abgeschlossen: Niemand sonst kann herein',
  },

  waiting: (count) => (count === 1 ? '1 Person wartet auf Einlass' : `${count} Personen warten auf Einlass`),
  knocked: (name) => `${name} wartet auf Einlass`,
  see: 'Ansehen',
  admit: 'Hereinlassen',
  admitName: (name) => `${name} hereinlassen`,
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
}
