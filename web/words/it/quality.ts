import type { Words } from '../words.ts'

export const quality: Words['quality'] = {
  title: 'Qualità dell’immagine',
  names: { auto: 'Automatica', low: 'Bassa', audio: 'Solo audio' },
  hints: {
    auto: 'Nitida quanto lo schermo e la rete permettono.',
    low: 'Immagini piccole, per reti lente o costose.',
    audio: 'Nessun volto, e la videocamera si spegne. Gli schermi condivisi restano, meno nitidi.',
  },
}
