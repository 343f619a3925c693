import type { Words } from '../../../i18n/words.ts'

export const newerPage: Words['newerPage'] = {
  isThere: 'Es gibt eine neuere Version dieser Seite.',
  comes: 'Sie wird geladen, wenn Sie den Raum verlassen.',
  load: 'Jetzt laden',
  opensThis: 'Laden Sie sie, um diesen Teil zu öffnen; das Gespräch geht weiter.',
}
