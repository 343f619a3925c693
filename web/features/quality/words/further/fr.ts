import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const quality: FurtherWords['quality'] = {
  title: 'Qualité de l’image',
  names: { auto: 'Automatique', low: 'Basse', audio: 'Son seul' },
  hints: {
    auto: 'Aussi nette que votre écran et votre réseau le permettent.',
    low: 'De petites images, pour un réseau lent ou coûteux.',
    audio: 'Pas de visages, et votre caméra est coupée. Les écrans partagés restent, moins nets.',
  },
}
