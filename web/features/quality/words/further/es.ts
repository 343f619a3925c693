import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const quality: FurtherWords['quality'] = {
  title: 'Calidad de la imagen',
  names: { auto: 'Automática', low: 'Baja', audio: 'Solo sonido' },
  hints: {
    auto: 'Tan nítida como permitan tu pantalla y tu red.',
    low: 'Imágenes pequeñas, para redes lentas o caras.',
    audio: 'Sin caras, y tu cámara se desactiva. Las pantallas compartidas se quedan, menos nítidas.',
  },
}
