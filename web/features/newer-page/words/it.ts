import type { Words } from '../../../i18n/words.ts'

export const newerPage: Words['newerPage'] = {
  isThere: 'C’è una versione più recente di questa pagina.',
  comes: 'Si caricherà quando esci dalla stanza.',
  load: 'Caricala ora',
  opensThis: 'Caricala per aprire questa parte; la chiamata continua.',
}
