import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const quality: FurtherWords['quality'] = {
  title: 'Qualità dell’immagine',
  names: { auto: 'Automatica', low: 'Bassa', audio: 'Solo audio' },
  hints: {
    auto: 'Nitida quanto il tuo schermo e la tua rete permettono.',
    low: 'Immagini piccole, per reti lente o costose.',
    audio: 'Nessun volto, e la tua videocamera si disattiva. Gli schermi condivisi restano, meno nitidi.',
  },
}
