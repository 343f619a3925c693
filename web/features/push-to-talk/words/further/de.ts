import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const talk: FurtherWords['talk'] = {
  title: 'Sprechtaste',
  holdsToTalk: 'Hörbar sein, solange ich die Taste halte',
  holdsToTalkHint: 'Für ein Wort zwischendurch, wenn Sie stumm sind.',
  pushToTalk: 'Von vornherein stumm',
  pushToTalkHint: 'Man hört Sie nur, solange Sie die Taste oder einen großen Knopf halten.',
  key: 'Die Taste',
  keyHint: 'Nur F1 bis F24 wirken auch, während Sie schreiben.',
  press: 'Drücken Sie eine Taste…',
  cancel: 'Esc behält die bisherige.',
  taken: 'Diese Taste tut schon etwas anderes. Drücken Sie eine andere.',
}
