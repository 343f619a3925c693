import type { Words } from '../../../i18n/words.ts'

export const after: Words['after'] = {
  left: {
    title: (room) => `Has salido de ${room}`,
    text: 'Tu micrófono y tu cámara están desactivados.',
  },
  locked: {
    title: 'Esta sala está cerrada con llave',
    text: 'Quien está dentro, o quien la abrió primero, puede abrirla. Pídeselo y vuelve a intentarlo.',
  },
  denied: {
    title: 'No te han dejado entrar',
    text: 'La moderación no ha abierto la puerta. Si es un error, pregunta a quien te haya invitado.',
  },
  full: { title: 'Esta sala está llena', text: 'Vuelve a intentarlo cuando alguien haya salido.' },
  replaced: {
    title: 'Estás en esta sala en otra pestaña',
    text: 'La llamada sigue allí. También puedes traerla aquí.',
  },
  removed: {
    title: 'Te han expulsado de esta sala',
    text: 'Lo ha decidido la moderación. Mientras dure la sala, no puedes volver a entrar.',
  },
  outdated: {
    title: 'Hay una nueva versión de Essaim',
    text: 'Esta página es más antigua que la sala. Recárgala para entrar.',
  },
  unfit: {
    title: 'Esta página y el sitio no encajan',
    text: 'Para una sala cifrada, los dos tienen que ser lo bastante recientes. Recarga la página. Si no basta, hay que actualizar el sitio.',
  },
  busy: { title: 'Demasiados intentos en poco tiempo', text: 'Espera un minuto y vuelve a intentarlo.' },
  failed: {
    title: 'No se ha podido abrir la sala',
    text: 'Es culpa nuestra, no tuya. Vuelve a intentarlo dentro de un momento.',
  },
  comeBack: 'Volver a entrar',
  tryAgain: 'Reintentar',
  here: 'Usar esta pestaña',
  reload: 'Recargar la página',
  home: 'Otra sala',
}
