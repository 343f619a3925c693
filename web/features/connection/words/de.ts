import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Verbindung',
  carriedBy: 'Bereitgestellt von',
  wasCarriedBy: 'Der Raum wurde bereitgestellt von',
  willBeCarriedBy: 'Wenn Sie den Raum öffnen, wird er bereitgestellt von',
  lenderSees:
    'Wer das ist, sieht Ihre Netzwerkadresse, wenn Sie sie nicht verbergen, und könnte mithören und zusehen. Namen und Geschriebenes erfährt er nicht.',
  siteSees:
    'Wer sie betreibt, sieht Ihre Netzwerkadresse und könnte mithören, zusehen und Geschriebenes lesen.',
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

export const notice: Words['notice'] = {
  joining: 'Sie treten bei…',
  joiningLong:
    'Der Beitritt dauert länger als sonst. Prüfen Sie Ihre Verbindung oder laden Sie die Seite neu.',
  reconnecting: 'Die Verbindung ist abgebrochen und wird wiederhergestellt. Sie sind noch im Raum…',
  reconnectingLong:
    'Die Verbindung ist noch unterbrochen. Prüfen Sie Ihr Netz; das Gespräch geht von selbst weiter, sobald es wieder da ist.',
  starting: 'Ton und Bild werden verbunden…',
  startingLong:
    'Ton und Bild brauchen länger als sonst. Vielleicht hält eine Firewall sie auf; ein anderes Netz kann helfen.',
  mediaReconnecting: 'Ton und Bild sind unterbrochen und werden wiederhergestellt…',
  mediaReconnectingLong: 'Ton und Bild sind noch nicht zurück. Sie kommen von selbst, sobald es geht.',
  waiting:
    'Gerade überträgt kein Server Ton und Bild. Der Raum bleibt offen, und das Gespräch geht von selbst weiter, sobald wieder einer da ist.',
  noRelay:
    'Ihre Adresse soll verborgen bleiben, und dieser Server bietet kein Relais: Niemand hört und sieht Sie, und Sie hören und sehen niemanden. Der Schalter ist in den Einstellungen unter „Privatsphäre“.',
  voicesOnly: 'Das Kontingent des Relais ist fast aufgebraucht: Der Ton geht weiter, die Bilder nicht.',
  relaySpent:
    'Das Kontingent des Relais ist aufgebraucht: Niemand hört und sieht Sie, und Sie hören und sehen niemanden. Aus einem anderen Netz oder ohne verborgene Adresse geht es weiter.',
  unsupported:
    'Dieser Browser kann Ton und Bild nicht übertragen. Ein aktueller Firefox, Chrome, Edge oder Safari kann es.',
}
