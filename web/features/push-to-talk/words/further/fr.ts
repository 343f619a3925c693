import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const talk: FurtherWords['talk'] = {
  title: 'Appuyer pour parler',
  holdsToTalk: 'On m’entend tant que je tiens la touche',
  holdsToTalkHint: 'Pour un mot en passant, micro coupé.',
  pushToTalk: 'Micro coupé d’office',
  pushToTalkHint: 'On ne vous entend que tant que vous tenez la touche, ou un grand bouton.',
  key: 'La touche',
  keyHint: 'Seules F1 à F24 marchent aussi pendant que vous écrivez.',
  press: 'Appuyez sur une touche…',
  cancel: 'Échap garde celle que vous avez.',
  taken: 'Cette touche fait autre chose. Choisissez-en une autre.',
}
