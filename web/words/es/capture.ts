import type { Words } from '../words.ts'

export const capture: Words['capture'] = {
  microphone: {
    refused:
      'El navegador no deja que esta página use el micrófono. Permítalo cerca de la barra de direcciones y elija «Volver a intentarlo».',
    missing: 'No se ha encontrado ningún micrófono. Conecte uno, o entre para escuchar.',
    busy: 'Otro programa está usando el micrófono. Ciérrelo y elija «Volver a intentarlo».',
    unsupported: 'Aquí este navegador no da el micrófono a las páginas. La dirección debe empezar por https.',
    failed: 'El micrófono no se ha puesto en marcha. Elija otro, o «Volver a intentarlo».',
    untreated: 'La supresión de ruido más fuerte no se ha puesto en marcha. Se le oye sin ella.',
    unchanged: 'Ese micrófono no se ha puesto en marcha. Sigue el anterior.',
    revoked:
      'El navegador ha retirado el permiso del micrófono: nadie le oye. Permítalo cerca de la barra de direcciones y elija «Volver a intentarlo».',
    unplugged:
      'Su micrófono ya no está, y no hay otro: nadie le oye. Conéctelo de nuevo y elija «Volver a intentarlo».',
    stopped: 'Su micrófono se ha detenido: nadie le oye. Elija «Volver a intentarlo» para que le oigan.',
    standIn: (name) => `Su micrófono ya no está. Sigue con otro: ${name}.`,
  },
  camera: {
    refused:
      'El navegador no deja que esta página use la cámara. Permítalo cerca de la barra de direcciones y elija «Volver a intentarlo».',
    missing: 'No se ha encontrado ninguna cámara. Puede entrar sin ella.',
    busy: 'Otro programa está usando la cámara. Ciérrelo y elija «Volver a intentarlo».',
    unsupported: 'Aquí este navegador no da la cámara a las páginas. La dirección debe empezar por https.',
    failed: 'La cámara no se ha puesto en marcha. Elija otra, o «Volver a intentarlo».',
    treating: 'Su cámara sigue apagada hasta que el fondo esté desenfocado.',
    untreated: 'No se ha podido desenfocar el fondo, así que su cámara sigue apagada.',
    unchanged: 'Esa cámara no se ha puesto en marcha. Sigue la anterior.',
    revoked:
      'El navegador ha retirado el permiso de la cámara: nadie le ve. Permítalo cerca de la barra de direcciones y elija «Volver a intentarlo».',
    unplugged: 'Su cámara ya no está: nadie le ve. Conéctela de nuevo y elija «Volver a intentarlo».',
    stopped: 'Su cámara se ha detenido: nadie le ve. Elija «Volver a intentarlo» para que le vean.',
  },
  both: {
    revoked:
      'El navegador ha retirado el permiso del micrófono y de la cámara: nadie le oye ni le ve. Permítalos cerca de la barra de direcciones y elija «Volver a intentarlo».',
    refused:
      'El navegador no deja que esta página use ni el micrófono ni la cámara. Permítalos cerca de la barra de direcciones y elija «Volver a intentarlo».',
    missing: 'No se ha encontrado ni micrófono ni cámara. Conecte alguno, o entre para escuchar y mirar.',
    unsupported:
      'Aquí este navegador no da ni micrófono ni cámara a las páginas. La dirección debe empezar por https.',
  },
  withheld: {
    both: 'Su micrófono y su cámara están apagados: un enlace no puede encenderlos por sí solo.',
    microphone: 'Su micrófono está apagado: un enlace no puede encenderlo por sí solo.',
    camera: 'Su cámara está apagada: un enlace no puede encenderla por sí solo.',
  },
  useOther: (name) => `Usar ${name}`,
  turnOn: 'Encender',
  withoutBlur: 'Encender la cámara sin difuminar',
  tryAgain: 'Volver a intentarlo',
}
