import type { Words } from '../words.ts'

export const people: Words['people'] = {
  search: 'Buscar a alguien',
  nobodyFound: 'Aquí nadie se llama así.',
  cutOff: 'Conexión interrumpida',
  actions: (name) => `Acciones para ${name}`,
  rename: 'Cambiar mi nombre',
  changeName: 'Cambiar',
  changingName: 'Cambiando tu nombre…',
  nameChanged: (name) => `Ahora el resto ve «${name}».`,
  volume: 'Volumen',
  screenVolume: 'Volumen de su pantalla',
  silence: 'Silenciar solo para mí',
  silenceHint: 'Dejas de oír a esta persona. El resto sí la oye, y nadie se entera.',
  silenced: 'sin sonido para ti',
  hearAgain: (name) => `Volver a oír a ${name}`,
  message: 'Mensaje privado',
  mute: 'Silenciar',
  stopCamera: 'Desactivar su cámara',
  stopScreen: 'Detener su pantalla compartida',
  askUnmute: 'Pedir que active el micrófono',
  asked: 'Petición enviada',
  lowerHand: 'Bajarle la mano',
  makeModerator: 'Añadir a la moderación',
  unmakeModerator: 'Quitar de la moderación',
  remove: 'Expulsar de la sala',
  removeSure: (name) => `¿Expulsar a ${name}? Mientras dure la sala, esta persona no podrá volver.`,
  removeYes: 'Expulsar',
  removeNo: 'Cancelar',
  muteAll: 'Silenciar al resto',
  lowerAll: 'Bajar todas las manos',
  allowed: 'Todo el mundo puede usar',
  allowances: {
    microphone: 'El micrófono',
    camera: 'La cámara',
    screen: 'Compartir pantalla',
    chat: 'El chat',
  },
  failed: 'No ha funcionado. Vuelve a intentarlo.',
  forbidden: {
    microphone: 'Por ahora la moderación ha desactivado los micrófonos',
    camera: 'Por ahora la moderación ha desactivado las cámaras',
    screen: 'Por ahora la moderación ha desactivado las pantallas compartidas',
    chat: 'Por ahora la moderación ha cerrado el chat',
  },
}

export const news: Words['news'] = {
  stopped: {
    microphone: (name) => `${name} te ha silenciado`,
    camera: (name) => `${name} ha desactivado tu cámara`,
    screen: (name) => `${name} ha detenido tu pantalla compartida`,
  },
  unmuteAsked: (name) => `${name} te pide que actives el micrófono`,
  unmute: 'Activar',
  notNow: 'Ahora no',
  deviceArrived: (device) => `Dispositivo nuevo: ${device}`,
  speakerLost: (name) =>
    name === ''
      ? 'Tu altavoz ya no está conectado. Ahora oyes al resto por el del sistema.'
      : `${name} ya no está conectado. Ahora oyes al resto por el altavoz del sistema.`,
  useDevice: 'Usarlo',
  'role-given': 'Ahora moderas esta sala',
  'role-inherited': 'Quien moderaba ha salido: ahora moderas tú',
  'role-taken': 'Ya no moderas esta sala',
}
