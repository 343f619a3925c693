import type { Words } from '../../i18n/words.ts'

export const settings: Words['settings'] = { page: 'Esta página', remembered: 'Este navegador' }

export const room: Words['room'] = {
  controls: 'Controles',
  people: 'Personas en la sala',
  mute: 'Silenciar',
  unmute: 'Activar el micrófono',
  startCamera: 'Activar la cámara',
  stopCamera: 'Desactivar la cámara',
  copyLink: 'Copiar el enlace',
  copied: 'Copiado',
  more: 'Más',
  leave: 'Salir',
  you: 'tú',
  moderator: 'moderación',
  muted: 'micrófono silenciado',
  noMicrophone: 'sin micrófono',
  speaking: 'habla',
  hear: 'Haz clic para oír al resto',
  dismiss: 'Ocultar',
}

export const leaving: Words['leaving'] = {
  title: '¿Salir de la sala?',
  text: 'Sigues dentro. Un paso más hacia atrás te saca de ella.',
  stay: 'Quedarme',
}

export const notice: Words['notice'] = {
  joining: 'Entrando en la sala…',
  joiningLong: 'Entrar tarda más de lo habitual. Comprueba tu red, o recarga la página.',
  reconnecting: 'Se ha cortado la conexión. Sigues en la sala; se está restableciendo…',
  reconnectingLong: 'La conexión sigue cortada. Comprueba tu red; la llamada seguirá sola en cuanto vuelva.',
  starting: 'Conectando el sonido y la imagen…',
  startingLong:
    'El sonido y la imagen tardan más de lo habitual. Quizá los detenga un cortafuegos; otra red puede ayudar.',
  mediaReconnecting: 'El sonido y la imagen se han cortado y se están restableciendo…',
  mediaReconnectingLong: 'El sonido y la imagen aún no han vuelto. Volverán solos en cuanto sea posible.',
  waiting:
    'Ahora mismo ningún servidor transmite el sonido y la imagen. La sala sigue abierta, y la llamada continuará sola.',
  noRelay:
    'Tu dirección debe quedar oculta, y este servidor no ofrece relé: nadie te oye ni te ve, y tú no oyes ni ves a nadie. El interruptor está en los ajustes, en «Privacidad».',
  voicesOnly: 'La cuota del relé está casi agotada: las voces siguen, las imágenes no.',
  relaySpent:
    'La cuota del relé se ha agotado: nadie te oye ni te ve, y tú no oyes ni ves a nadie. Puedes seguir desde otra red, o sin ocultar tu dirección.',
  unsupported:
    'Este navegador no puede transmitir sonido e imagen. Un Firefox, Chrome, Edge o Safari reciente sí puede.',
}

export const more: Words['more'] = {
  title: 'Más',
  close: 'Cerrar',
  back: 'Atrás',
  people: (count) => (count === 1 ? '1 persona' : `${count} personas`),
  settings: 'Dispositivos y ajustes',
  language: 'Idioma',
  theme: 'Colores',
  themes: { auto: 'Como el sistema', light: 'Claros', dark: 'Oscuros' },
}

export const arrivals: Words['arrivals'] = {
  renamed: (from, to) => `${from} ahora se llama ${to}`,
  arrived: (names) =>
    names.length > 2 ? `Han llegado ${names.length} personas` : `En la sala: ${names.join(' y ')}`,
  gone: (names) =>
    names.length > 2 ? `Han salido ${names.length} personas` : `Ya no en la sala: ${names.join(' y ')}`,
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
