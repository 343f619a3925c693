import type { Words } from '../../../i18n/words.ts'

export const quality: Words['quality'] = {
  title: 'Qualità dell’immagine',
  names: { auto: 'Automatica', low: 'Bassa', audio: 'Solo audio' },
  hints: {
    auto: 'Nitida quanto il tuo schermo e la tua rete permettono.',
    low: 'Immagini piccole, per reti lente o costose.',
    audio: 'Nessun volto, e la tua videocamera si disattiva. Gli schermi condivisi restano, meno nitidi.',
  },
  soundOnly: 'Solo audio, senza volti: circa un decimo dei dati.',
  showFaces: 'Mostra i volti',
  weakLink: 'La tua connessione è debole. Vuoi continuare con il solo audio?',
  hearOnly: 'Solo audio',
  linkWell: 'La tua connessione è di nuovo buona. Vuoi vedere anche i volti?',
}
