import type { Words } from '../words.ts'

export const capture: Words['capture'] = {
  microphone: {
    refused:
      'Der Browser lässt diese Seite das Mikrofon nicht benutzen. Erlauben Sie es in der Nähe der Adresszeile und wählen Sie dann „Noch einmal versuchen“.',
    missing: 'Kein Mikrofon gefunden. Schließen Sie eines an, oder treten Sie ein und hören Sie zu.',
    busy: 'Ein anderes Programm benutzt das Mikrofon. Schließen Sie es und wählen Sie dann „Noch einmal versuchen“.',
    unsupported: 'Hier gibt dieser Browser Seiten kein Mikrofon. Die Adresse muss mit https beginnen.',
    failed:
      'Das Mikrofon ist nicht gestartet. Wählen Sie ein anderes, oder wählen Sie „Noch einmal versuchen“.',
    untreated: 'Die stärkere Rauschunterdrückung ist nicht gestartet. Man hört Sie ohne sie.',
    unchanged: 'Dieses Mikrofon ist nicht gestartet. Das vorige läuft weiter.',
  },
  camera: {
    refused:
      'Der Browser lässt diese Seite die Kamera nicht benutzen. Erlauben Sie es in der Nähe der Adresszeile und wählen Sie dann „Noch einmal versuchen“.',
    missing: 'Keine Kamera gefunden. Sie können ohne eintreten.',
    busy: 'Ein anderes Programm benutzt die Kamera. Schließen Sie es und wählen Sie dann „Noch einmal versuchen“.',
    unsupported: 'Hier gibt dieser Browser Seiten keine Kamera. Die Adresse muss mit https beginnen.',
    failed:
      'Die Kamera ist nicht gestartet. Wählen Sie eine andere, oder wählen Sie „Noch einmal versuchen“.',
    untreated: 'Der Hintergrund ließ sich nicht verwischen, deshalb bleibt Ihre Kamera aus.',
    unchanged: 'Diese Kamera ist nicht gestartet. Die vorige läuft weiter.',
  },
  both: {
    refused:
      'Der Browser lässt diese Seite weder Mikrofon noch Kamera benutzen. Erlauben Sie beides in der Nähe der Adresszeile und wählen Sie dann „Noch einmal versuchen“.',
    missing:
      'Weder Mikrofon noch Kamera gefunden. Schließen Sie etwas an, oder treten Sie ein, um zuzuhören und zuzusehen.',
    unsupported:
      'Hier gibt dieser Browser Seiten weder Mikrofon noch Kamera. Die Adresse muss mit https beginnen.',
  },
  withheld: {
    both: 'Mikrofon und Kamera sind aus: Ein Link kann sie nicht von selbst einschalten.',
    microphone: 'Ihr Mikrofon ist aus: Ein Link kann es nicht von selbst einschalten.',
    camera: 'Ihre Kamera ist aus: Ein Link kann sie nicht von selbst einschalten.',
  },
  turnOn: 'Einschalten',
  withoutBlur: 'Kamera ohne Unschärfe einschalten',
  tryAgain: 'Noch einmal versuchen',
}
