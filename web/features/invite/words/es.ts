import type { Words } from '../../../i18n/words.ts'

export const invite: Words['invite'] = {
  title: 'Invitar',
}

export const first: Words['first'] = {
  title: 'Por ahora solo estás tú',
  text: 'Comparte el enlace:',
  link: 'Enlace a esta sala',
  share: 'Compartir',
  password: 'Pedir una contraseña',
}
