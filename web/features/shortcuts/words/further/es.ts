import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const shortcuts: FurtherWords['shortcuts'] = {
  off: 'Los atajos de una tecla están desactivados en los ajustes.',
  does: {
    microphone: 'Activar o silenciar el micrófono',
    camera: 'Activar o desactivar la cámara',
    share: 'Compartir pantalla, o dejar de hacerlo',
    hand: 'Levantar o bajar la mano',
    chat: 'Chat',
    people: 'Personas',
    layout: 'Cambiar la disposición',
    fullScreen: 'Pantalla completa',
    more: 'Más',
    help: 'Esta lista',
  },
  escape: 'Cerrar lo que esté abierto',
  send: 'Enviar un mensaje',
  line: 'Una línea nueva en un mensaje',
  enter: 'Intro',
  shiftEnter: 'Mayús + Intro',
}
