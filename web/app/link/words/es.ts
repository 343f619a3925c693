import type { FurtherWords } from '../../../i18n/further-words.ts'

export const link: FurtherWords['link'] = {
  damaged: {
    title: 'Este enlace no está entero',
    text: 'Falta el final, o se cambió por el camino. Cópialo otra vez, hasta el último carácter, o pídelo de nuevo.',
  },
  'link-required': {
    title: 'Esta sala está cifrada',
    text: 'Su nombre no basta para entrar: la clave está en su enlace. Quien te invita te lo puede enviar, o decirte seis palabras.',
  },
  'wrong-link': {
    title: 'Este enlace no abre la sala',
    text: 'La sala de este nombre tiene otro enlace. Quizá se ha hecho uno nuevo: pregunta a quien te haya invitado.',
  },
  'link-changed': {
    title: 'Se ha cambiado el enlace de esta sala',
    text: 'El que tienes ya no sirve para entrar. Pide el nuevo a alguien que esté en la sala.',
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
  spoken: {
    field: 'Seis palabras que te han dicho',
    open: 'Abrir',
    hint: 'En cualquiera de los idiomas de esta página; bastan las cuatro primeras letras de cada una.',
    moment: 'Un momento…',
    count: (known, needed) => `${known} de ${needed} palabras`,
    notAWord: '(no está en la lista)',
    problems: {
      unknown: 'Una de estas palabras no está en la lista. Compruébala, o escríbela entera.',
      few: 'Hacen falta seis palabras.',
      many: 'Son más de seis palabras.',
      wrong:
        'No son las palabras de esta sala. Valen mientras haya alguien en ella: pide que te las repitan, y comprueba el nombre de la sala.',
      'too-many-tries': 'Han sido muchos intentos seguidos. Espera un minuto antes del siguiente.',
      unreachable: 'Ahora no se puede llegar a la sala. Inténtalo de nuevo.',
    },
  },
}
