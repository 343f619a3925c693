import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const talk: FurtherWords['talk'] = {
  title: 'Premi per parlare',
  holdsToTalk: 'Mi sentono finché tengo premuto il tasto',
  holdsToTalkHint: 'Per una parola al volo, con il microfono disattivato.',
  pushToTalk: 'Microfono disattivato di norma',
  pushToTalkHint: 'Ti sentono solo finché tieni premuto il tasto, o un grande pulsante.',
  key: 'Il tasto',
  keyHint: 'Solo i tasti da F1 a F24 funzionano anche mentre scrivi.',
  press: 'Premi un tasto…',
  cancel: 'Esc lascia quello attuale.',
  taken: 'Quel tasto fa già altro. Premine un altro.',
}
