import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Verbindung',
  carriedBy: 'Bereitgestellt von',
  wasCarriedBy: 'Der Raum wurde bereitgestellt von',
  willBeCarriedBy: 'Wenn Sie den Raum öffnen, wird er bereitgestellt von',
  verdicts: {
    unknown: 'Wird gemessen…',
    good: 'Ihre Verbindung ist gut.',
    fair: 'Ihre Verbindung ist mäßig: Ein Bild kann ab und zu stehen bleiben.',
    poor: 'Ihre Verbindung ist schlecht. Näher am Router, per Kabel oder mit geringerer Bildqualität wird sie besser.',
  },
  rows: {
    path: 'Weg',
    delay: 'Verzögerung, hin und zurück',
    'received-loss': 'Verloren auf dem Weg zu Ihnen',
    'sent-loss': 'Verloren auf dem Weg von Ihnen',
    received: 'Sie empfangen',
    sent: 'Sie senden',
  },
  paths: { udp: 'Direkt (UDP)', tcp: 'Direkt (TCP)', relay: 'Weitergeleitet' },
  pathHints: {
    udp: 'Ton und Bild nehmen den kurzen Weg.',
    tcp: 'Ihr Netz lässt nur TCP durch: Was verloren geht, wird noch einmal gesendet und kommt spät.',
    relay:
      'Ein anderer Server reicht Ton und Bild weiter: weil Ihre Adresse verborgen bleiben soll oder Ihr Netz nichts direkt durchlässt.',
  },
  milliseconds: (count) => `${count} ms`,
  rate: (kilobits) => `${kilobits} kbit/s`,
}
