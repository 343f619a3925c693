import type { Words } from '../../../i18n/words.ts'

export const quality: Words['quality'] = {
  soundOnly: 'Son seul, sans les visages\u202f: environ dix fois moins de données.',
  showFaces: 'Voir les visages',
  weakLink: 'Votre connexion est faible. Continuer avec le son seul\u202f?',
  hearOnly: 'Son seul',
  linkWell: 'Votre connexion est de nouveau bonne. Voir aussi les visages\u202f?',
}
