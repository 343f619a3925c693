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
    revoked:
      'Der Browser hat die Erlaubnis für das Mikrofon zurückgenommen: Niemand hört Sie. Erlauben Sie es in der Nähe der Adresszeile und wählen Sie dann „Noch einmal versuchen“.',
    unplugged:
      'Ihr Mikrofon ist nicht mehr da, und ein anderes gibt es nicht: Niemand hört Sie. Schließen Sie es wieder an und wählen Sie dann „Noch einmal versuchen“.',
    stopped:
      'Ihr Mikrofon hat aufgehört: Niemand hört Sie. Wählen Sie „Noch einmal versuchen“, um gehört zu werden.',
    standIn: (name) => `Ihr Mikrofon ist nicht mehr da. Es geht mit einem anderen weiter: ${name}.`,
  },
  camera: {
    refused:
      'Der Browser lässt diese Seite die Kamera nicht benutzen. Erlauben Sie es in der Nähe der Adresszeile und wählen Sie dann „Noch einmal versuchen“.',
    missing: 'Keine Kamera gefunden. Sie können ohne eintreten.',
    busy: 'Ein anderes Programm benutzt die Kamera. Schließen Sie es und wählen Sie dann „Noch einmal versuchen“.',
    unsupported: 'Hier gibt dieser Browser Seiten keine Kamera. Die Adresse muss mit https beginnen.',
    failed:
      'Die Kamera ist nicht gestartet. Wählen Sie eine andere, oder wählen Sie „Noch einmal versuchen“.',
    treating: 'Ihre Kamera bleibt aus, bis der Hintergrund verwischt ist.',
    untreated: 'Der Hintergrund ließ sich nicht verwischen, deshalb bleibt Ihre Kamera aus.',
    unchanged: 'Diese Kamera ist nicht gestartet. Die vorige läuft weiter.',
    revoked:
      'Der Browser hat die Erlaubnis für die Kamera zurückgenommen: Niemand sieht Sie. Erlauben Sie es in der Nähe der Adresszeile und wählen Sie dann „Noch einmal versuchen“.',
    unplugged:
      'Ihre Kamera ist nicht mehr da: Niemand sieht Sie. Schließen Sie sie wieder an und wählen Sie dann „Noch einmal versuchen“.',
    stopped:
      'Ihre Kamera hat aufgehört: Niemand sieht Sie. Wählen Sie „Noch einmal versuchen“, um gesehen zu werden.',
  },
  both: {
    revoked:
      'Der Browser hat die Erlaubnis für Mikrofon und Kamera zurückgenommen: Niemand hört oder sieht Sie. Erlauben Sie beides in der Nähe der Adresszeile und wählen Sie dann „Noch einmal versuchen“.',
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
  useOther: (name) => `${name} benutzen`,
  turnOn: 'Einschalten',
  withoutBlur: 'Kamera ohne Unschärfe einschalten',
  tryAgain: 'Noch einmal versuchen',
}
