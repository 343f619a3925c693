import type { Words } from '../words.ts'

export const sound: Words['sound'] = {
  title: 'Sonido',
  echoCancellation: 'Suprimir el eco',
  echoCancellationHint: 'Déjalo activado, salvo con auriculares.',
  noiseSuppression: 'Suprimir el ruido',
  noiseSuppressionHint: 'Para la voz. Desactívalo para la música.',
  strongNoiseSuppression: 'Suprimir más ruido',
  strongNoiseSuppressionHint:
    'Teclados, calles, ventiladores. Se hace en tu dispositivo, que trabaja un poco más.',
  autoGainControl: 'Igualar el volumen',
  test: 'Reproducir un sonido de prueba',
  testFailed: 'Ese altavoz no ha sonado. Elige otro.',
}

export const picture: Words['picture'] = {
  title: 'Imagen',
  blursBackground: 'Desenfocar el fondo',
  blursBackgroundHint: 'Se hace en este dispositivo: nadie recibe lo que hay detrás de ti.',
}

export const settings: Words['settings'] = { page: 'Esta página', remembered: 'Este navegador' }
