import type { KeptWords } from '../kept-words.ts'

export const kept: KeptWords = {
  title: 'Qué se guarda de ti',
  lead: 'Para reunir a las personas, este sitio tiene que saber algunas cosas durante un tiempo. Aquí están todas. No hay publicidad, ni cookies, ni estadísticas sobre cada cual, y la página no pide nada a ningún otro sitio.',
  columns: { what: 'Qué', where: 'Dónde', why: 'Por qué', until: 'Hasta cuándo' },
  rows: ({ roomSeconds, doorDays, guessMinutes, ownerDays, relayHours }) => {
    const room = 'En la base de datos de la sala, en este sitio'
    const roomEnds = `${roomSeconds} segundos después de que salga la última persona`
    return {
      presence: {
        what: 'Tu nombre, tu papel, y que estás en la sala; en las salas cifradas, el nombre solo sellado',
        where: room,
        why: 'Para que los demás te vean, y vuelvas tras un corte',
        until: roomEnds,
      },
      messages: {
        what: 'Los mensajes, también los privados, las encuestas, los votos y las notas; los de salas cifradas, solo sellados',
        where: room,
        why: 'Para quien llega más tarde, o se desconectó un momento',
        until: roomEnds,
      },
      files: {
        what: 'Los archivos: sus nombres, y trozos en camino de una página a otra; los de salas cifradas, solo sellados',
        where: room,
        why: 'Para quien se desconectó mientras tanto',
        until: roomEnds,
      },
      keys: {
        what: 'Lo que hace falta de las claves de una sala cifrada para entrar en ella, solo sellado',
        where: room,
        why: 'Para que quien llega oiga y lea a los demás',
        until: roomEnds,
      },
      words: {
        what: 'La clave del enlace de una sala cifrada, si se crearon seis palabras para ella, cerrada con esas palabras',
        where: `${room}; de las palabras, solo una huella de lo que sale de ellas`,
        why: 'Para que la sala se pueda decir en voz alta',
        until: `Hasta que se retiren; si no, ${roomEnds}`,
      },
      door: {
        what: 'Que una sala es tuya, su cierre, su sala de espera y su contraseña, y si está cifrada',
        where: `${room}; de la clave, la contraseña y el enlace, solo huellas`,
        why: 'Para que nadie más ocupe tu sala',
        until: `${doorDays} días después de la última reunión, si dos personas se encontraron en ella; si no, ${roomSeconds} segundos`,
      },
      address: {
        what: 'Tu dirección de red, tal como la ve este sitio',
        where: `${room}, como un código que solo esta sala puede formar`,
        why: 'Para mantener fuera a quien fue expulsado, y a quien adivina contraseñas',
        until: `${roomEnds}; ante una sala vacía con contraseña, ${guessMinutes} minutos`,
      },
      owners: {
        what: 'Cuántas salas se guardan para una dirección de red',
        where: 'En la lista de este sitio, la dirección como código',
        why: 'Para que nadie se quede con todos los nombres',
        until: `Se olvida en el recuento siguiente, como mucho ${ownerDays} días después de la última sala`,
      },
      numbers: {
        what: 'Un número en lugar del nombre de la sala, y cuándo alguien llegó o salió, sin nombres ni direcciones',
        where: 'En los registros de este sitio y de las máquinas que alojan las salas, y en sus listas',
        why: 'Para encontrar fallos',
        until:
          'Mientras quien los gestiona guarde registros; en las listas, hasta que el sitio arranque de nuevo',
      },
      media: {
        what: 'El sonido y la imagen',
        where: 'En la memoria de la máquina que aloja la sala; los de salas cifradas, solo cifrados',
        why: 'Para transmitirlos',
        until: 'Se transmiten al momento, y no se guardan',
      },
      ways: {
        what: 'Tu dirección de red, de la que vienen el sonido y la imagen',
        where: 'En la memoria de esa máquina, o del relé si la ocultas',
        why: 'Para enviarte el sonido y la imagen de los demás',
        until: 'Hasta que salgas',
      },
      place: {
        what: 'Más o menos dónde estás, con un margen de cien kilómetros',
        where: 'Con tu conexión, donde Cloudflare hace funcionar este sitio',
        why: 'Para elegir una máquina cerca de ti',
        until: 'Hasta que salgas',
      },
      relay: {
        what: 'Un pase para el relé, con un nombre arbitrario',
        where: 'En la base de datos de la sala, y en el relé, si lo hay',
        why: 'Para que solo lo usen personas que están en una sala',
        until: `Vale ${relayHours} horas, si este sitio no ha fijado otra cosa`,
      },
      counts: {
        what: 'Cuántas personas y reuniones hubo cada día',
        where: 'En este sitio, donde cualquiera puede leerlo',
        why: 'Para saber cuánto hace falta',
        until: 'Para siempre: no trata de nadie',
      },
      lenders: {
        what: 'Quién presta una máquina: nombre, enlace, lugar y sus direcciones',
        where: 'En este sitio; nombre, enlace y lugar los ve cualquiera',
        why: 'Para que sepas quién aloja tu sala',
        until: 'Mientras este sitio tenga su lista',
      },
      browser: {
        what: 'Tus ajustes, tu nombre, un secreto con el que las salas reconocen este navegador, y tus últimas salas, si quieres',
        where: 'En tu navegador',
        why: 'Para que no tengas que decirlo todo dos veces',
        until: 'Hasta que lo hagas olvidar en la página de inicio, o vacíes tu navegador',
      },
    }
  },
  seenTitle: 'Quién puede ver qué',
  seen: ({ recoveryDays }) => [
    'Quien gestiona la máquina que aloja una sala ve las direcciones de red, y quién envía cuánto y cuándo. De una sala cifrada no oye, no ve y no lee nada; en una abierta solo con su nombre podría escuchar y mirar. No conoce nombres en ninguna de las dos. La sala dice quién es, y si está cifrada.',
    'Quien gestiona este sitio ve quién entra en qué sala y cuándo. De una sala cifrada no lee ni los nombres ni lo que se escribe: la clave es el final del enlace, que los navegadores no envían a nadie. En una abierta solo con su nombre podría leer lo que se escribe, y escuchar si la máquina es suya.',
    'La persona expulsada de una sala cifrada ya no puede seguir nada de lo que allí se dice o se escribe después: quienes están en la sala tienen entonces una clave nueva. En salas muy grandes la clave sigue siendo la del enlace, que esa persona conserva; el escudo de la sala lo indica.',
    'Quien vigila la red ve cuánto pasa, y cuándo. El tamaño y las pausas de los paquetes de una voz dicen cuándo alguien habla, y dejan adivinar palabras. Con «Voz a ritmo constante» no es así, en salas cifradas; que estás en una llamada se sigue viendo.',
    `Donde Cloudflare hace funcionar este sitio, ve qué direcciones piden qué, como todo servidor web. Los registros de eso están desactivados. Allí se pueden devolver las bases de datos a un estado anterior durante ${recoveryDays} días.`,
    'Un servidor web delante de este sitio puede tener sus propios registros: pregunta a quien lo gestiona.',
  ],
  hideTitle: 'Si ocultas tu dirección',
  hide: [
    'Con «Ocultar mi dirección», la máquina que aloja la llamada ve la dirección de un relé en lugar de la tuya: así, quien presta una máquina no sabe dónde estás.',
    'El relé sigue viendo tu dirección, y este sitio también, como todo sitio web. No oculta tu cara, tu voz ni tu nombre; y quien vigila tu propia red ve que estás en una llamada, pero no con quién.',
  ],
}
