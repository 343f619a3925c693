import type { Words } from '../../../i18n/words.ts'

export const quality: Words['quality'] = {
  title: 'Qualité de l’image',
  names: { auto: 'Automatique', low: 'Basse', audio: 'Son seul' },
  hints: {
    auto: 'Aussi nette que votre écran et votre réseau le permettent.',
    low: 'De petites images, pour un réseau lent ou coûteux.',
    audio: 'Pas de visages, et votre caméra est coupée. Les écrans partagés restent, moins nets.',
  },
  soundOnly: 'Son seul, sans les visages\u202f: environ dix fois moins de données.',
  showFaces: 'Voir les visages',
  weakLink: 'Votre connexion est faible. Continuer avec le son seul\u202f?',
  hearOnly: 'Son seul',
  linkWell: 'Votre connexion est de nouveau bonne. Voir aussi les visages\u202f?',
}
