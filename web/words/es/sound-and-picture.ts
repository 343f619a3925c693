import type { Words } from '../words.ts'

export const sound: Words['sound'] = {
  title: 'Sonido',
  echoCancellation: 'Quitar el eco',
  echoCancellationHint: 'Déjelo activado, salvo con auriculares.',
  noiseSuppression: 'Quitar el ruido',
  noiseSuppressionHint: 'Para la voz. Desactívelo para la música.',
  strongNoiseSuppression: 'Quitar más ruido',
  strongNoiseSuppressionHint:
    'Teclados, calles, ventiladores. Se hace en su dispositivo, que trabaja un poco más.',
  autoGainControl: 'Igualar el volumen',
  test: 'Reproducir un sonido de prueba',
  testFailed: 'Ese altavoz no ha sonado. Elija otro.',
}

export const picture: Words['picture'] = {
  title: 'Imagen',
  blursBackground: 'Difuminar el fondo',
  blursBackgroundHint: 'Se hace en este dispositivo: nadie recibe lo que hay detrás.',
}

export const settings: Words['settings'] = { page: 'Esta página', remembered: 'Este navegador' }
