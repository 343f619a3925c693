import type { Words } from '../words.ts'

export const sound: Words['sound'] = {
  title: 'Ton',
  echoCancellation: 'Echo unterdrücken',
  echoCancellationHint: 'Eingeschaltet lassen, außer mit Kopfhörern.',
  noiseSuppression: 'Geräusche unterdrücken',
  noiseSuppressionHint: 'Für Stimmen. Für Musik ausschalten.',
  strongNoiseSuppression: 'Geräusche stärker unterdrücken',
  strongNoiseSuppressionHint:
    'Tastaturen, Straßen, Lüfter. Das geschieht auf Ihrem Gerät und macht ihm etwas Arbeit.',
  autoGainControl: 'Lautstärke ausgleichen',
  test: 'Testton abspielen',
  testFailed: 'Dieser Lautsprecher hat nichts abgespielt. Wählen Sie einen anderen.',
}

export const picture: Words['picture'] = {
  title: 'Bild',
  blursBackground: 'Hintergrund weichzeichnen',
  blursBackgroundHint: 'Geschieht auf diesem Gerät: Niemand empfängt, was dahinter zu sehen ist.',
}

export const settings: Words['settings'] = { page: 'Diese Seite', remembered: 'Dieser Browser' }
