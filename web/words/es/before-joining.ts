import type { Words } from '../words.ts'

export const before: Words['before'] = {
  room: (room) => `Sala ${room}`,
  title: '¿Empezamos?',
  name: 'Su nombre',
  namePlaceholder: 'El que leerán las demás personas',
  join: 'Entrar',
  devices: 'Elegir los dispositivos',
  picture: 'Su imagen',
  cameraOff: 'Su cámara está apagada',
  cameraStarting: 'Esperando su cámara…',
  heard: 'Su micrófono le oye.',
  speak: 'Diga algo: la barra se mueve cuando su micrófono le oye.',
  unmeasured: 'Su micrófono está encendido; aquí no se puede medir su volumen.',
  micOff: 'Entrará con el micrófono apagado.',
  micStarting: 'Esperando su micrófono…',
  allow: 'Quizá su navegador esté pidiendo permiso: mire cerca de la barra de direcciones.',
  guest: 'Sin nombre',
}
