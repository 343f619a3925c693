import type { Words } from '../words.ts'

export const sound: Words['sound'] = {
  title: 'Son',
  echoCancellation: 'Supprimer l’écho',
  echoCancellationHint: 'À garder, sauf si vous portez un casque.',
  noiseSuppression: 'Réduire le bruit',
  noiseSuppressionHint: 'Pour la voix. À désactiver pour la musique.',
  strongNoiseSuppression: 'Réduire davantage le bruit',
  strongNoiseSuppressionHint:
    'Claviers, rue, ventilateurs. Tout se fait sur votre appareil, qui travaille un peu plus.',
  autoGainControl: 'Égaliser le volume',
  test: 'Jouer un son d’essai',
  testFailed: 'Ce haut-parleur n’a rien joué. Choisissez-en un autre.',
}

export const picture: Words['picture'] = {
  title: 'Image',
  blursBackground: 'Flouter l’arrière-plan',
  blursBackgroundHint: 'Tout se fait sur votre appareil\u202f: personne ne reçoit votre arrière-plan.',
}

export const settings: Words['settings'] = {
  page: 'Cette page',
  remembered: 'Ce navigateur',
}
