import type { Words } from '../words.ts'

export const sound: Words['sound'] = {
  title: 'Audio',
  echoCancellation: 'Elimina l’eco',
  echoCancellationHint: 'Tienilo attivo, tranne con le cuffie.',
  noiseSuppression: 'Riduci il rumore',
  noiseSuppressionHint: 'Per la voce. Disattivalo per la musica.',
  strongNoiseSuppression: 'Riduci di più il rumore',
  strongNoiseSuppressionHint:
    'Tastiere, strade, ventole. Avviene su questo dispositivo, che lavora un po’ di più.',
  autoGainControl: 'Uniforma il volume',
  test: 'Riproduci un suono di prova',
  testFailed: 'Quell’altoparlante non ha suonato. Scegline un altro.',
}

export const picture: Words['picture'] = {
  title: 'Immagine',
  blursBackground: 'Sfoca lo sfondo',
  blursBackgroundHint: 'Avviene su questo dispositivo: nessuno riceve ciò che hai dietro.',
}

export const settings: Words['settings'] = { page: 'Questa pagina', remembered: 'Questo browser' }
