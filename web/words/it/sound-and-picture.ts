import type { Words } from '../words.ts'

export const sound: Words['sound'] = {
  title: 'Audio',
  echoCancellation: 'Togliere l’eco',
  echoCancellationHint: 'Da lasciare acceso, tranne con le cuffie.',
  noiseSuppression: 'Togliere il rumore',
  noiseSuppressionHint: 'Per la voce. Da spegnere per la musica.',
  strongNoiseSuppression: 'Togliere più rumore',
  strongNoiseSuppressionHint:
    'Tastiere, strade, ventole. Avviene su questo dispositivo, che lavora un po’ di più.',
  autoGainControl: 'Uniformare il volume',
  test: 'Suono di prova',
  testFailed: 'Quell’altoparlante non ha suonato. Se ne può scegliere un altro.',
}

export const picture: Words['picture'] = {
  title: 'Immagine',
  blursBackground: 'Sfocare lo sfondo',
  blursBackgroundHint: 'Avviene su questo dispositivo: nessuno riceve ciò che si vede dietro.',
}

export const settings: Words['settings'] = { page: 'Questa pagina', remembered: 'Questo browser' }
