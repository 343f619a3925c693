import type { FurtherWords } from '../../../../i18n/further-words.ts'

const who = (names: readonly string[]): string =>
  names.length > 2 ? `${names.length} personas` : names.join(' y ')

export const explained: FurtherWords['explained'] = {
  forAll: 'Cifrada para todas las personas presentes',
  fromLink: 'La clave viene del enlace',
  fromGroup: 'La clave es de quienes están aquí',
  why: {
    beginning: 'Los dispositivos de quienes están aquí están acordando una clave propia. Es solo un momento.',
    crowd: (most) =>
      `Aquí hay más de ${most} personas. Para tantas no hay una clave que cambie cada vez que alguien llega o se va.`,
    unkept:
      'Tu dispositivo no ha podido acordar con los demás una clave común, y usa la del enlace hasta que salgas. Si vuelves a cargar la página, lo intenta de nuevo.',
  },
  locked:
    'Tu dispositivo cierra con llave lo que dices, muestras y escribes antes de enviarlo. Solo los dispositivos de quienes están en la sala pueden abrirlo.',
  key: 'La clave es el final del enlace, tras el signo #. Los navegadores no envían esa parte a nadie.',
  renewed:
    'Los dispositivos de quienes están aquí acuerdan la clave entre ellos, y otra nueva cada vez que alguien llega o se va. Nadie más la tiene nunca.',
  compare: {
    title: 'Seis palabras para comparar',
    how: 'Lee estas palabras en voz alta con las demás personas, mejor con alguien cuya voz conozcas.',
    same: 'Las mismas palabras en el mismo orden: la clave es la misma, y no hay nadie en medio.',
    differ:
      'Otras palabras: con el mismo idioma, y pasado un momento, deberían ser iguales. Si siguen siendo distintas, puede que haya alguien en medio. Entonces no digas aquí nada reservado, y envía el enlace de una sala nueva por otro camino.',
    change: 'Cambian cada vez que alguien llega o se va.',
    renewed: 'Estas palabras son nuevas: alguien ha llegado o se ha ido.',
    language: 'Idioma de las palabras',
  },
  keptOut: 'Quién se queda fuera',
  out: {
    carrier: 'quien aloja la sala',
    site: 'quien administra este sitio, o lee sus discos, sus registros o su memoria',
    network: 'todo lo que hay por el camino: el proveedor, la red de la empresa, el wifi de la cafetería',
    removed:
      'quien ha sido expulsado: no puede seguir nada de lo que se dice, se muestra o se escribe después',
    late: 'quien llega más tarde, de lo que se dijo y se mostró antes; lo que está escrito en el chat, lo puede leer',
  },
  limits: 'Lo que conviene saber',
  limit: {
    link: {
      link: 'Quien tiene el enlace tiene la clave. Dáselo solo a quien deba venir.',
      removed:
        'La persona expulsada conserva el enlace, y con él la clave: con ayuda de quien aloja la sala podría seguir escuchando. Para que se quede fuera, abre una sala nueva y da su enlace a los demás.',
    },
    group: {
      link: 'Quien tiene el enlace puede entrar, y entonces recibe una clave. Dáselo solo a quien deba venir.',
      removed:
        'La persona expulsada conserva el enlace y podría volver con otro nombre, salvo que se cambie: «Expulsar y cambiar el enlace» hace las dos cosas.',
    },
    spoken:
      'También abren esta sala seis palabras que creó quien modera, mientras haya alguien en ella. En «Invitar» se pueden retirar.',
    page: 'Esta misma página viene de este sitio. Un sitio que enviara una página modificada podría escuchar.',
    seen: 'Este sitio ve, aun así, el nombre de la sala, cuándo se usa y por cuántas personas, y las direcciones de internet de quienes vienen.',
  },
  openTo: {
    carrier:
      'Lo que dices y muestras está protegido por el camino. Pero quien aloja la sala podría escuchar y mirar, y quien administra este sitio podría leer lo que escribes.',
    name: 'Cualquiera que sepa el nombre de la sala, o lo adivine, puede venir, si la puerta se lo permite.',
    instead: 'Para estar a solas, abre una sala nueva en la página de inicio y comparte su enlace.',
  },
  rate: {
    forAll: 'Voces a ritmo constante, para todos',
    hint: 'Todas las voces salen en trozos de un solo tamaño, también cuando nadie habla. Así, quien los ve pasar no puede saber por ellos quién habla ni cuándo, ni adivinar las palabras. Aún se ve quién está, durante cuánto tiempo y quién se silencia, y las imágenes pasan como antes. Cada voz ocupa unos 100 kilobits por segundo.',
  },
  cannot:
    'Esta sala está cifrada, y este navegador no sabe hacerlo. Un Firefox, Chrome, Edge o Safari reciente sí puede: abre allí el enlace.',
  tampered:
    'Ha llegado algo que la clave de esta sala no abre, o hay algo que no te llega. Se ha estropeado por el camino, o alguien interfiere.',
  keyNews: {
    putOut: (names) =>
      `Fuera de la sala: ${who(names)}. A partir de ahora ya no ${names.length === 1 ? 'puede' : 'pueden'} seguir nada`,
    putOutByLink: (names) =>
      `Fuera de la sala: ${who(names)}. Pero ${names.length === 1 ? 'conserva' : 'conservan'} el enlace, y con él la clave: para lo que no deba oírse allí, abre una sala nueva`,
    arrived: (names) =>
      `Clave nueva desde que ${names.length === 1 ? 'ha llegado' : 'han llegado'} ${who(names)}: lo que se dijo antes queda cerrado, lo que se escribió se puede leer`,
    group: 'La clave vuelve a ser de quienes están aquí, y cambia cada vez que alguien llega o se va.',
    crowd: (most) =>
      `Ahora aquí hay más de ${most} personas. A partir de aquí la clave viene del enlace: quien tenga el enlace podría seguirlo todo.`,
    unkept:
      'Tu dispositivo no ha podido acordar con los demás una clave común. A partir de aquí usa la del enlace: quien tenga el enlace podría seguirlo todo.',
    rateConstant:
      'Todas las voces de esta sala salen ahora a ritmo constante: quien observa la red no puede saber por ellas quién habla ni cuándo. Aún se ve que estás, y cuándo te silencias.',
    rateOwn: 'Las voces ya no salen todas a ritmo constante. Vuelve a valer tu propio ajuste.',
  },
}
