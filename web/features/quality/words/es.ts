import type { Words } from '../../../i18n/words.ts'

export const quality: Words['quality'] = {
  title: 'Calidad de la imagen',
  names: { auto: 'Automática', low: 'Baja', audio: 'Solo sonido' },
  hints: {
    auto: 'Tan nítida como permitan tu pantalla y tu red.',
    low: 'Imágenes pequeñas, para redes lentas o caras.',
    audio: 'Sin caras, y tu cámara se desactiva. Las pantallas compartidas se quedan, menos nítidas.',
  },
  soundOnly: 'Solo sonido, sin caras: más o menos una décima parte de los datos.',
  showFaces: 'Ver las caras',
  weakLink: 'Tu conexión es débil. ¿Seguir solo con sonido?',
  hearOnly: 'Solo sonido',
  linkWell: 'Tu conexión vuelve a ser buena. ¿Ver también las caras?',
}
