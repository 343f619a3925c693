import type { Words } from '../words.ts'

export const people: Words['people'] = {
  search: 'Buscar a alguien',
  nobodyFound: 'Aquí nadie se llama así.',
  cutOff: 'Conexión interrumpida',
  actions: (name) => `Qué hacer con ${name}`,
  message: 'Mensaje privado',
  mute: 'Apagar el micrófono',
  stopCamera: 'Apagar su cámara',
  stopScreen: 'Detener su pantalla',
  askUnmute: 'Pedir que encienda el micrófono',
  asked: 'Pedido',
  lowerHand: 'Bajar su mano',
  makeModerator: 'Dar la moderación',
  unmakeModerator: 'Quitar la moderación',
  remove: 'Hacer salir de la sala',
  removeSure: (name) => `¿Hacer salir a ${name}? Mientras dure la sala, esta persona no podrá volver.`,
  removeYes: 'Hacer salir',
  removeNo: 'Dejar aquí',
  muteAll: 'Apagar los demás micrófonos',
  lowerAll: 'Bajar todas las manos',
  allowed: 'Todo el mundo puede usar',
  allowances: {
    microphone: 'El micrófono',
    camera: 'La cámara',
    screen: 'Compartir pantalla',
    chat: 'El chat',
  },
  failed: 'No ha funcionado. Vuelva a intentarlo.',
  forbidden: {
    microphone: 'Por ahora la moderación ha apagado los micrófonos',
    camera: 'Por ahora la moderación ha apagado las cámaras',
    screen: 'Por ahora la moderación ha desactivado el compartir pantalla',
    chat: 'Por ahora la moderación ha cerrado el chat',
  },
}

export const news: Words['news'] = {
  stopped: {
    microphone: (name) => `${name} ha apagado su micrófono`,
    camera: (name) => `${name} ha apagado su cámara`,
    screen: (name) => `${name} ha detenido su pantalla compartida`,
  },
  unmuteAsked: (name) => `${name} le pide que encienda el micrófono`,
  unmute: 'Encender',
  notNow: 'Ahora no',
  deviceArrived: (device) => `Dispositivo nuevo: ${device}`,
  speakerLost: (name) =>
    name === ''
      ? 'Su altavoz ya no está. Oye a los demás por el del sistema.'
      : `${name} ya no está. Oye a los demás por el altavoz del sistema.`,
  useDevice: 'Usarlo',
  'role-given': 'Ahora la moderación es suya',
  'role-inherited': 'Quien moderaba ha salido: ahora la moderación es suya',
  'role-taken': 'La moderación ya no es suya',
}
