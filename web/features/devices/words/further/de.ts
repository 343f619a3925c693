import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const privacy: FurtherWords['privacy'] = {
  title: 'Privatsphäre',
  hidesAddress: 'Meine Adresse verbergen',
  hidesAddressHint:
    'Der Rechner, über den das Gespräch läuft, sieht statt Ihrer Adresse die eines Relais. Das Relais und diese Seite sehen Ihre weiterhin; Gesicht, Stimme und Name bleiben sichtbar. Gibt es kein Relais, hört und sieht Sie niemand.',
  noRelayHint:
    'Dieser Server bietet kein Relais: Ist der Schalter an, hört und sieht Sie niemand, und Sie hören und sehen niemanden.',
  constantRate: 'Stimme mit gleichbleibender Rate',
  constantRateAsked: 'Dieser Raum verlangt es von allen, die da sind.',
  constantRateHint:
    'Ihre Stimme geht in gleich großen Stücken hinaus, auch während Sie nichts sagen. Wer sie vorbeikommen sieht, kann daran nicht erkennen, wann Sie sprechen, und keine Wörter erraten. Zu sehen bleibt, dass Sie da sind, wie lange, wann Sie sich stummschalten, und die Bilder Ihrer Kamera gehen hinaus wie bisher. Das braucht etwa 100 Kilobit in der Sekunde. In Räumen, die nicht verschlüsselt sind, bewirkt es nichts.',
}

export const devices: FurtherWords['devices'] = {
  microphone: 'Mikrofon',
  camera: 'Kamera',
  speaker: 'Lautsprecher',
  numbered: (kind, number) => `${kind} ${number}`,
  none: 'Kein Gerät gefunden',
}

export const sound: FurtherWords['sound'] = {
  title: 'Ton',
  echoCancellation: 'Echo unterdrücken',
  echoCancellationHint: 'Eingeschaltet lassen, außer mit Kopfhörern.',
  noiseSuppression: 'Geräusche unterdrücken',
  noiseSuppressionHint: 'Für Stimmen. Für Musik ausschalten.',
  strongNoiseSuppression: 'Geräusche stärker unterdrücken',
  strongNoiseSuppressionHint:
    'Tastaturen, Straßen, Lüfter. Das geschieht auf Ihrem Gerät und macht ihm etwas Arbeit.',
  autoGainControl: 'Lautstärke ausgleichen',
  test: 'Testton abspielen',
  testFailed: 'Dieser Lautsprecher hat nichts abgespielt. Wählen Sie einen anderen.',
}

export const picture: FurtherWords['picture'] = {
  title: 'Bild',
  blursBackground: 'Hintergrund weichzeichnen',
  blursBackgroundHint: 'Geschieht auf diesem Gerät: Niemand empfängt, was dahinter zu sehen ist.',
}

export const capture: FurtherWords['capture'] = {
  microphone: {
    refused:
      'Der Browser erlaubt dieser Seite das Mikrofon nicht. Erlauben Sie es bei der Adresszeile und wählen Sie dann „Erneut versuchen“.',
    missing: 'Kein Mikrofon gefunden. Schließen Sie eines an, oder treten Sie bei und hören Sie nur zu.',
    busy: 'Ein anderes Programm verwendet das Mikrofon. Schließen Sie dieses Programm und wählen Sie dann „Erneut versuchen“.',
    unsupported:
      'Auf dieser Seite gibt der Browser das Mikrofon nicht frei. Die Adresse muss mit https beginnen.',
    failed: 'Das Mikrofon ist nicht gestartet. Wählen Sie ein anderes oder „Erneut versuchen“.',
    untreated: 'Die stärkere Geräuschunterdrückung ist nicht gestartet. Man hört Sie ohne sie.',
    unchanged: 'Dieses Mikrofon ist nicht gestartet. Das bisherige läuft weiter.',
    revoked:
      'Der Browser hat die Erlaubnis für das Mikrofon zurückgenommen: Niemand hört Sie. Erlauben Sie es bei der Adresszeile und wählen Sie dann „Erneut versuchen“.',
    unplugged:
      'Ihr Mikrofon ist nicht mehr angeschlossen, und ein anderes gibt es nicht: Niemand hört Sie. Schließen Sie es wieder an und wählen Sie dann „Erneut versuchen“.',
    stopped:
      'Ihr Mikrofon ist ausgefallen: Niemand hört Sie. Wählen Sie „Erneut versuchen“, damit man Sie wieder hört.',
    standIn: (name) =>
      `Ihr Mikrofon ist nicht mehr angeschlossen. Es geht mit einem anderen weiter: ${name}.`,
  },
  camera: {
    refused:
      'Der Browser erlaubt dieser Seite die Kamera nicht. Erlauben Sie es bei der Adresszeile und wählen Sie dann „Erneut versuchen“.',
    missing: 'Keine Kamera gefunden. Sie können ohne beitreten.',
    busy: 'Ein anderes Programm verwendet die Kamera. Schließen Sie dieses Programm und wählen Sie dann „Erneut versuchen“.',
    unsupported:
      'Auf dieser Seite gibt der Browser die Kamera nicht frei. Die Adresse muss mit https beginnen.',
    failed: 'Die Kamera ist nicht gestartet. Wählen Sie eine andere oder „Erneut versuchen“.',
    treating: 'Ihre Kamera bleibt aus, bis der Hintergrund weichgezeichnet ist.',
    untreated: 'Der Hintergrund ließ sich nicht weichzeichnen, deshalb bleibt Ihre Kamera aus.',
    unchanged: 'Diese Kamera ist nicht gestartet. Die bisherige läuft weiter.',
    revoked:
      'Der Browser hat die Erlaubnis für die Kamera zurückgenommen: Niemand sieht Sie. Erlauben Sie es bei der Adresszeile und wählen Sie dann „Erneut versuchen“.',
    unplugged:
      'Ihre Kamera ist nicht mehr angeschlossen: Niemand sieht Sie. Schließen Sie sie wieder an und wählen Sie dann „Erneut versuchen“.',
    stopped:
      'Ihre Kamera ist ausgefallen: Niemand sieht Sie. Wählen Sie „Erneut versuchen“, damit man Sie wieder sieht.',
  },
  both: {
    revoked:
      'Der Browser hat die Erlaubnis für Mikrofon und Kamera zurückgenommen: Niemand hört oder sieht Sie. Erlauben Sie beides bei der Adresszeile und wählen Sie dann „Erneut versuchen“.',
    refused:
      'Der Browser erlaubt dieser Seite weder Mikrofon noch Kamera. Erlauben Sie beides bei der Adresszeile und wählen Sie dann „Erneut versuchen“.',
    missing:
      'Weder Mikrofon noch Kamera gefunden. Schließen Sie etwas an, oder treten Sie bei, um zuzuhören und zuzusehen.',
    unsupported:
      'Auf dieser Seite gibt der Browser weder Mikrofon noch Kamera frei. Die Adresse muss mit https beginnen.',
  },
  withheld: {
    both: 'Mikrofon und Kamera sind aus: Ein Link kann sie nicht von selbst einschalten.',
    microphone: 'Ihr Mikrofon ist aus: Ein Link kann es nicht von selbst einschalten.',
    camera: 'Ihre Kamera ist aus: Ein Link kann sie nicht von selbst einschalten.',
  },
  useOther: (name) => `${name} verwenden`,
  turnOn: 'Einschalten',
  withoutBlur: 'Kamera ohne Weichzeichnen einschalten',
  tryAgain: 'Erneut versuchen',
}
