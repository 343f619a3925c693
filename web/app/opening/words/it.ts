import type { Words } from '../../../i18n/words.ts'

export const opening: Words['opening'] = {
  waitForPanel: 'Apertura…',
  tryAgain: 'Riprova',
  wait: 'Apertura della stanza…',
  failedTitle: 'La pagina non si è caricata del tutto',
  failedText: 'Ne manca una parte. Controlla la connessione, poi ricarica la pagina.',
  reload: 'Ricarica la pagina',
  damagedLink: 'Questo link non è intero: copialo di nuovo, fino all’ultimo carattere.',
}
