import type { Words } from '../words.ts'

export const talk: Words['talk'] = {
  title: 'Premere per parlare',
  holdsToTalk: 'Farmi sentire finché tengo il tasto',
  holdsToTalkHint: 'Per una parola al volo, a microfono spento.',
  pushToTalk: 'Microfono spento di norma',
  pushToTalkHint: 'Gli altri sentono solo finché il tasto, o un grande pulsante, è premuto.',
  key: 'Il tasto',
  keyHint: 'Solo i tasti da F1 a F24 funzionano anche mentre si scrive.',
  press: 'Premere un tasto…',
  cancel: 'Esc lascia quello attuale.',
  taken: 'Quel tasto fa già altro. Premerne un altro.',
  space: 'Spazio',
  left: (key) => `${key} sinistro`,
  right: (key) => `${key} destro`,
  hold: 'Tenere premuto per parlare',
  heard: 'Gli altri sentono',
}
