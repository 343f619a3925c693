import type { Words } from '../words.ts'

export const before: Words['before'] = {
  room: (room) => `Sala ${room}`,
  title: '¿Empezamos?',
  name: 'Tu nombre',
  namePlaceholder: 'El nombre que verá el resto',
  join: 'Entrar',
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
