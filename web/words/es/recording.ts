import type { Words } from '../words.ts'

export const recording: Words['recording'] = {
  title: 'Grabar',
  hint: 'El archivo se queda con usted: no se envía nada a un servidor. Mientras graba, aquí lo sabe todo el mundo.',
  room: 'Lo que veo y oigo',
  roomHint: 'Con quienes acepten. A quien no haya aceptado no se le ve ni se le oye.',
  own: 'Solo a mí',
  ownHint: 'Su cámara y su micrófono, y a nadie más.',
  start: 'Empezar a grabar',
  stop: 'Dejar de grabar',
  starting: 'Preparando la grabación…',
  toMemory: (megabytes) =>
    `Este navegador guarda la grabación en la memoria hasta el final, ${megabytes} MB como mucho.`,
  keepOpen: 'Deje esta pestaña delante: detrás de otras, su imagen puede quedarse quieta.',
  unsupported: 'Este navegador no puede grabar. Un Firefox, Chrome, Edge o Safari reciente sí puede.',
  running: 'Está grabando.',
  agreed: (agreed, others) => `Han aceptado: ${agreed} de ${others}.`,
  size: (megabytes) => `${megabytes} MB`,
  ended: {
    stopped: 'La grabación ha terminado.',
    full: 'La grabación ha terminado: este navegador no puede guardar más.',
    'taken-back': 'La moderación ha puesto fin a la grabación, o usted ha vuelto a entrar.',
    left: 'La grabación ha terminado.',
    'no-sound':
      'No se ha grabado nada: el navegador no tiene salida de sonido. Conecte un altavoz o unos auriculares y empiece de nuevo.',
    failed: 'La grabación ha fallado. Lo grabado hasta entonces puede estar en el archivo.',
  },
  saveAgain: 'Guardar el archivo otra vez',
  recordsRoom: (name) => `${name} está grabando lo que se ve y se oye.`,
  recordsOwn: (name) => `${name} se está grabando, sin nadie más.`,
  leftOut: 'Usted no sale mientras no acepte.',
  included: 'Usted sale, porque ha aceptado.',
  agree: 'Acepto',
  withdraw: 'Dejarme fuera',
  end: 'Poner fin a la grabación',
  fileName: 'grabacion',
  failed: 'No se ha enviado. Vuelva a intentarlo.',
}
