import type { Words } from '../../../i18n/words.ts'

export const quality: Words['quality'] = {
  soundOnly: 'Solo audio, senza volti: circa un decimo dei dati.',
  showFaces: 'Mostra i volti',
  weakLink: 'La tua connessione è debole. Vuoi continuare con il solo audio?',
  hearOnly: 'Solo audio',
  linkWell: 'La tua connessione è di nuovo buona. Vuoi vedere anche i volti?',
}
