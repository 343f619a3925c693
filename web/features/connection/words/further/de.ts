import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const connection: FurtherWords['connection'] = {
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
  siteSees:
    'Wer sie betreibt, sieht Ihre Netzwerkadresse und könnte mithören, zusehen und Geschriebenes lesen.',
  lenderSees:
    'Wer das ist, sieht Ihre Netzwerkadresse, wenn Sie sie nicht verbergen, und könnte mithören und zusehen. Namen und Geschriebenes erfährt er nicht.',
  siteSeesLocked:
    'Wer sie betreibt, sieht Ihre Netzwerkadresse und wann Sie hier sind. Was Sie sagen, zeigen und schreiben, ist verschlossen: Dort kann es niemand hören, sehen oder lesen.',
  lenderSeesLocked:
    'Wer das ist, sieht Ihre Netzwerkadresse, wenn Sie sie nicht verbergen. Was Sie sagen und zeigen, ist verschlossen: Dort kann es niemand hören oder sehen.',
}
