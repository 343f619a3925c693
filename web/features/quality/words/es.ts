import type { Words } from '../../../i18n/words.ts'

export const quality: Words['quality'] = {
  soundOnly: 'Solo sonido, sin caras: más o menos una décima parte de los datos.',
  showFaces: 'Ver las caras',
  weakLink: 'Tu conexión es débil. ¿Seguir solo con sonido?',
  hearOnly: 'Solo sonido',
  linkWell: 'Tu conexión vuelve a ser buena. ¿Ver también las caras?',
}
