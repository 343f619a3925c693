import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const explained: FurtherWords['explained'] = {
  forAll: 'Cifrada para todas las personas presentes',
  fromLink: 'La clave viene del enlace',
  locked:
    'Tu dispositivo cierra con llave lo que dices, muestras y escribes antes de enviarlo. Solo los dispositivos de quienes están en la sala pueden abrirlo.',
  key: 'La clave es el final del enlace, tras el signo #. Los navegadores no envían esa parte a nadie.',
  keptOut: 'Quién se queda fuera',
  out: {
    carrier: 'quien aloja la sala',
    site: 'quien administra este sitio, o lee sus discos, sus registros o su memoria',
    network: 'todo lo que hay por el camino: el proveedor, la red de la empresa, el wifi de la cafetería',
  },
  limits: 'Lo que conviene saber',
  limit: {
    link: 'Quien tiene el enlace tiene la clave. Dáselo solo a quien deba venir.',
    removed:
      'La persona a la que expulsas conserva el enlace. Para que se quede fuera, abre una sala nueva y da su enlace a los demás.',
    page: 'Esta misma página viene de este sitio. Un sitio que enviara una página modificada podría escuchar.',
    seen: 'Este sitio ve, aun así, el nombre de la sala, cuándo se usa y por cuántas personas, y las direcciones de internet de quienes vienen.',
  },
  openTo: {
    carrier:
      'Lo que dices y muestras está protegido por el camino. Pero quien aloja la sala podría escuchar y mirar, y quien administra este sitio podría leer lo que escribes.',
    name: 'Cualquiera que sepa el nombre de la sala, o lo adivine, puede venir, si la puerta se lo permite.',
    instead: 'Para estar a solas, abre una sala nueva en la página de inicio y comparte su enlace.',
  },
  cannot:
    'Esta sala está cifrada, y este navegador no sabe hacerlo. Un Firefox, Chrome, Edge o Safari reciente sí puede: abre allí el enlace.',
  tampered:
    'Ha llegado algo que la clave de esta sala no abre, y se ha dejado fuera. Se ha estropeado por el camino, o alguien interfiere.',
}
