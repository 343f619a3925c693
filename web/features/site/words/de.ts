export const colophon = {
  operator: 'Betrieben von',
  contact: 'Kontakt',
  legal: 'Datenschutz und Impressum',
  kept: 'Was von Ihnen gespeichert wird',
  keptFailed: 'Diese Seite ist nicht ganz angekommen.',
  thisSite: 'dieser Seite selbst',
  licence: 'Freie Software, AGPL-3.0 oder neuer:',
  source: 'Quelltext',
  licences: 'Lizenzen',
  build: 'Prüfsumme dieser Seite:',
  buildUse:
    'Derselbe Quelltext ergibt immer dieselbe Prüfsumme: So lässt sich nachprüfen, was diese Website ausliefert.',
}
