import type { Words } from '../../../i18n/words.ts'

export const before: Words['before'] = {
  room: (room) => `Sala ${room}`,
  title: '¿Empezamos?',
  name: 'Tu nombre',
  namePlaceholder: 'El nombre que verá el resto',
  join: 'Entrar',
  joinAsSecond: 'Entrar como segunda persona',
  devices: 'Elegir los dispositivos',
  picture: 'Tu imagen',
  cameraOff: 'Tu cámara está desactivada',
  cameraStarting: 'Esperando a tu cámara…',
  heard: 'Tu micrófono te oye.',
  speak: 'Di algo: la barra se mueve cuando tu micrófono te oye.',
  unmeasured: 'Tu micrófono está activado; aquí no se puede medir su volumen.',
  micOff: 'Entrarás con el micrófono silenciado.',
  micStarting: 'Esperando a tu micrófono…',
  allow: 'Quizá tu navegador esté pidiendo permiso: mira cerca de la barra de direcciones.',
  guest: 'Sin nombre',
}

export const here: Words['here'] = {
  inRoom: 'Ya estás en esta sala, en otra pestaña.',
  silent: 'La otra pestaña no responde. Ciérrala, o entra como segunda persona.',
  takeOver: 'Seguir en esta pestaña',
}
