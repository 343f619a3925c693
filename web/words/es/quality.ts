import type { Words } from '../words.ts'

export const quality: Words['quality'] = {
  title: 'Calidad de la imagen',
  names: { auto: 'Automática', low: 'Baja', audio: 'Solo sonido' },
  hints: {
    auto: 'Tan nítida como permitan su pantalla y su red.',
    low: 'Imágenes pequeñas, para redes lentas o caras.',
    audio: 'Sin caras, y su cámara se apaga. Las pantallas compartidas se quedan, menos nítidas.',
  },
}
