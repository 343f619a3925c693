export const colophon = {
  operator: 'Sito gestito da',
  contact: 'Contatto',
  legal: 'Privacy e note legali',
  kept: 'Che cosa si conserva di te',
  keptFailed: 'Questa pagina non è arrivata intera.',
  thisSite: 'questo stesso sito',
  licence: 'Software libero, AGPL-3.0 o successiva:',
  source: 'codice sorgente',
  licences: 'licenze',
  build: 'Impronta di questa pagina:',
  buildUse:
    'Lo stesso codice sorgente dà sempre la stessa impronta: chiunque può verificare che cosa serve questo sito.',
}
