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
}

export const leaving: Words['leaving'] = {
  title: '¿Salir de la sala?',
  text: 'Sigues dentro. Un paso más hacia atrás te saca de ella.',
  stay: 'Quedarme',
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

export const ownNotices: Words['ownNotices'] = {
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
