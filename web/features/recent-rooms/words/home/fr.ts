import type { HomeWords } from '../../../../i18n/home-words.ts'

export const recent: HomeWords['recent'] = {
  title: 'Vos derniers salons',
  remembered: 'Vos derniers salons sont retenus sur cet appareil, avec leurs liens.',
  stop: 'Les effacer et n’en retenir aucun',
  start: 'Retenir mes derniers salons sur cet appareil',
}
