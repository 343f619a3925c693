import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Verbindung',
  carriedBy: 'Bereitgestellt von',
  wasCarriedBy: 'Der Raum wurde bereitgestellt von',
  willBeCarriedBy: 'Wenn Sie den Raum öffnen, wird er bereitgestellt von',
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
