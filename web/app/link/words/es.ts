import type { FurtherWords } from '../../../i18n/further-words.ts'

export const link: FurtherWords['link'] = {
  damaged: {
    title: 'Este enlace no está entero',
    text: 'Falta el final, o se cambió por el camino. Cópialo otra vez, hasta el último carácter, o pídelo de nuevo.',
  },
  'link-required': {
    title: 'Esta sala está cifrada',
    text: 'Su nombre no basta para entrar: la clave está en su enlace. Te lo puede enviar quien te invita.',
  },
  'wrong-link': {
    title: 'Este enlace no abre la sala',
    text: 'La sala de este nombre tiene otro enlace. Quizá se ha hecho uno nuevo: pregunta a quien te haya invitado.',
  },
  'plain-room': {
    title: 'Esta sala no está cifrada',
    text: 'Alguien la ha abierto solo con su nombre. Quien la aloja podría escuchar, y quien adivine el nombre puede venir.',
  },
  'not-encrypted': {
    title: 'No es la sala de tu enlace',
    text: 'Tu enlace es el de una sala cifrada. La sala que ahora está abierta con ese nombre no lo está, y no le has enviado nada. Pregunta a quien te haya invitado.',
  },
  field: 'Enlace de la sala',
  open: 'Abrir',
  joinPlainly: 'Entrar sin cifrado',
  problems: {
    'no-link': 'No es el enlace de una sala de este sitio.',
    'no-key': 'A este enlace le falta la clave: sigue tras un #.',
  },
}
