import type { Words } from '../words.ts'

export const after: Words['after'] = {
  left: {
    title: (room) => `Ha salido de ${room}`,
    text: 'Su micrófono y su cámara están apagados.',
  },
  locked: {
    title: 'Esta sala está cerrada con llave',
    text: 'Quien está dentro, o quien la abrió primero, puede abrirla. Pídaselo y vuelva a intentarlo.',
  },
  turnedAway: {
    title: 'No le han dejado entrar',
    text: 'La moderación no ha abierto la puerta. Si es un error, pregunte a quien le haya invitado.',
  },
  full: { title: 'Esta sala está llena', text: 'Vuelva a intentarlo cuando alguien haya salido.' },
  replaced: {
    title: 'Está en esta sala en otra pestaña',
    text: 'La llamada sigue allí. También puede traerla de vuelta aquí.',
  },
  removed: {
    title: 'Le han hecho salir de esta sala',
    text: 'Lo ha decidido la moderación. Mientras dure la sala, no puede volver a entrar.',
  },
  outdated: {
    title: 'Hay una nueva versión de Essaim',
    text: 'Esta página es más antigua que la sala. Vuelva a cargarla para entrar.',
  },
  busy: { title: 'Demasiados intentos en poco tiempo', text: 'Espere un minuto y vuelva a intentarlo.' },
  failed: {
    title: 'No se ha podido abrir la sala',
    text: 'Es culpa nuestra, no suya. Vuelva a intentarlo dentro de un momento.',
  },
  comeBack: 'Volver',
  tryAgain: 'Volver a intentarlo',
  here: 'Usar esta pestaña',
  reload: 'Volver a cargar la página',
  home: 'Otra sala',
}
