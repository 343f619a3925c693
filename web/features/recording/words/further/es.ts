import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const recording: FurtherWords['recording'] = {
  hint: 'El archivo se queda contigo: no se envía nada a un servidor. Mientras grabas, aquí lo ve todo el mundo.',
  room: 'Lo que veo y oigo',
  roomHint: 'Con quienes acepten. A quien no haya aceptado no se le ve ni se le oye.',
  own: 'Solo a mí',
  ownHint: 'Tu cámara y tu micrófono, y a nadie más.',
  start: 'Empezar a grabar',
  stop: 'Dejar de grabar',
  starting: 'Preparando la grabación…',
  saving: 'Guardando la grabación…',
  toMemory: (megabytes) =>
    `Este navegador guarda la grabación en la memoria hasta el final, ${megabytes} MB como mucho.`,
  keepOpen: 'Deja esta pestaña delante: detrás de otras, su imagen puede quedarse quieta.',
  unsupported: 'Este navegador no puede grabar. Un Firefox, Chrome, Edge o Safari reciente sí puede.',
  running: 'Estás grabando.',
  agreed: (agreed, others) => `Han aceptado: ${agreed} de ${others}.`,
  size: (megabytes) => `${megabytes} MB`,
  ended: {
    stopped: 'La grabación ha terminado.',
    full: 'La grabación ha terminado: este navegador no puede guardar más.',
    'taken-back': 'La moderación ha puesto fin a la grabación, o has vuelto a entrar.',
    left: 'La grabación ha terminado.',
    'no-sound':
      'No se ha grabado nada: el navegador no tiene salida de sonido. Conecta un altavoz o unos auriculares y empieza de nuevo.',
    failed: 'La grabación ha fallado. Lo grabado hasta entonces puede estar en el archivo.',
  },
  saveAgain: 'Guardar el archivo otra vez',
  recordsRoom: (name) => `${name} está grabando lo que se ve y se oye.`,
  recordsOwn: (name) => `${name} graba solo su propia imagen y su voz.`,
  leftOut: 'No sales mientras no aceptes.',
  included: 'Sales, porque has aceptado.',
  agree: 'Acepto',
  withdraw: 'No grabarme',
  end: 'Poner fin a la grabación',
  fileName: 'grabacion',
  failed: 'No se ha enviado. Vuelve a intentarlo.',
}
