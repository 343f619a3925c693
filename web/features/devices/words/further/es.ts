import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const privacy: FurtherWords['privacy'] = {
  title: 'Privacidad',
  hidesAddress: 'Ocultar mi dirección',
  hidesAddressHint:
    'La máquina que transmite la llamada ve la dirección de un relé en lugar de la tuya. El relé y este sitio siguen viendo la tuya; tu cara, tu voz y tu nombre no se ocultan. Sin relé, nadie te oye ni te ve.',
  noRelayHint:
    'Este servidor no ofrece relé: con el interruptor activado, nadie te oye ni te ve, y tú no oyes ni ves a nadie.',
  constantRate: 'Voz a ritmo constante',
  constantRateAsked: 'Esta sala se lo pide a todas las personas presentes.',
  constantRateHint:
    'Tu voz sale en trozos de un solo tamaño, también cuando no dices nada. Así, quien los ve pasar no puede saber por ellos cuándo hablas ni adivinar las palabras. Aún se ve que estás, durante cuánto tiempo y cuándo te silencias, y las imágenes de tu cámara pasan como antes. Ocupa unos 100 kilobits por segundo. En las salas sin cifrar no hace nada.',
}

export const devices: FurtherWords['devices'] = {
  microphone: 'Micrófono',
  camera: 'Cámara',
  speaker: 'Altavoz',
  numbered: (kind, number) => `${kind} ${number}`,
  none: 'No se ha encontrado ninguno',
}

export const sound: FurtherWords['sound'] = {
  title: 'Sonido',
  echoCancellation: 'Suprimir el eco',
  echoCancellationHint: 'Déjalo activado, salvo con auriculares.',
  noiseSuppression: 'Suprimir el ruido',
  noiseSuppressionHint: 'Para la voz. Desactívalo para la música.',
  strongNoiseSuppression: 'Suprimir más ruido',
  strongNoiseSuppressionHint:
    'Teclados, calles, ventiladores. Se hace en tu dispositivo, que trabaja un poco más.',
  autoGainControl: 'Igualar el volumen',
  test: 'Reproducir un sonido de prueba',
  testFailed: 'Ese altavoz no ha sonado. Elige otro.',
}

export const picture: FurtherWords['picture'] = {
  title: 'Imagen',
  blursBackground: 'Desenfocar el fondo',
  blursBackgroundHint: 'Se hace en este dispositivo: nadie recibe lo que hay detrás de ti.',
}

export const capture: FurtherWords['capture'] = {
  microphone: {
    refused:
      'El navegador no deja que esta página use el micrófono. Permítelo cerca de la barra de direcciones y elige «Reintentar».',
    missing: 'No se ha encontrado ningún micrófono. Conecta uno, o entra para escuchar.',
    busy: 'Otro programa está usando el micrófono. Ciérralo y elige «Reintentar».',
    unsupported: 'Aquí el navegador no da acceso al micrófono. La dirección debe empezar por https.',
    failed: 'El micrófono no ha arrancado. Elige otro, o «Reintentar».',
    untreated: 'La supresión más fuerte del ruido no ha arrancado. Se te oye sin ella.',
    unchanged: 'Ese micrófono no ha arrancado. Sigue el anterior.',
    revoked:
      'El navegador ha retirado el permiso del micrófono: nadie te oye. Permítelo cerca de la barra de direcciones y elige «Reintentar».',
    unplugged:
      'Tu micrófono ya no está conectado, y no hay otro: nadie te oye. Vuelve a conectarlo y elige «Reintentar».',
    stopped: 'Tu micrófono se ha parado: nadie te oye. Elige «Reintentar» para que te oigan.',
    standIn: (name) => `Tu micrófono ya no está conectado. Sigues con otro: ${name}.`,
  },
  camera: {
    refused:
      'El navegador no deja que esta página use la cámara. Permítelo cerca de la barra de direcciones y elige «Reintentar».',
    missing: 'No se ha encontrado ninguna cámara. Puedes entrar sin ella.',
    busy: 'Otro programa está usando la cámara. Ciérralo y elige «Reintentar».',
    unsupported: 'Aquí el navegador no da acceso a la cámara. La dirección debe empezar por https.',
    failed: 'La cámara no ha arrancado. Elige otra, o «Reintentar».',
    treating: 'Tu cámara sigue desactivada hasta que el fondo esté desenfocado.',
    untreated: 'No se ha podido desenfocar el fondo, así que tu cámara sigue desactivada.',
    unchanged: 'Esa cámara no ha arrancado. Sigue la anterior.',
    revoked:
      'El navegador ha retirado el permiso de la cámara: nadie te ve. Permítelo cerca de la barra de direcciones y elige «Reintentar».',
    unplugged: 'Tu cámara ya no está conectada: nadie te ve. Vuelve a conectarla y elige «Reintentar».',
    stopped: 'Tu cámara se ha parado: nadie te ve. Elige «Reintentar» para que te vean.',
  },
  both: {
    revoked:
      'El navegador ha retirado el permiso del micrófono y de la cámara: nadie te oye ni te ve. Permítelos cerca de la barra de direcciones y elige «Reintentar».',
    refused:
      'El navegador no deja que esta página use ni el micrófono ni la cámara. Permítelos cerca de la barra de direcciones y elige «Reintentar».',
    missing: 'No se ha encontrado ni micrófono ni cámara. Conecta alguno, o entra para escuchar y ver.',
    unsupported:
      'Aquí el navegador no da acceso al micrófono ni a la cámara. La dirección debe empezar por https.',
  },
  withheld: {
    both: 'Tu micrófono y tu cámara están desactivados: un enlace no puede activarlos por sí solo.',
    microphone: 'Tu micrófono está silenciado: un enlace no puede activarlo por sí solo.',
    camera: 'Tu cámara está desactivada: un enlace no puede activarla por sí solo.',
  },
  useOther: (name) => `Usar ${name}`,
  turnOn: 'Activar',
  withoutBlur: 'Activar la cámara sin desenfoque',
  tryAgain: 'Reintentar',
}
