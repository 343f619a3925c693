import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const check: FurtherWords['check'] = {
  trying: 'Wir versuchen, den Knoten von hier aus zu erreichen. Das dauert bis zu 15 Sekunden.',
  spent:
    'Dieser Link gilt nicht mehr: Jeder gilt für einen Versuch, eine Viertelstunde lang. Der Knoten nennt von selbst einen neuen.',
  failed:
    'Die Antwort kam nicht an. Prüfen Sie die Verbindung dieses Geräts; der Knoten nennt in ein, zwei Minuten einen neuen Link.',
  reached: (lender) =>
    `Der Knoten von ${lender} ist erreichbar und kann Räume übernehmen. Sie können diese Seite schließen.`,
  closed: (lender) =>
    `Der Knoten von ${lender} ist nicht überall erreichbar, deshalb übernimmt er noch keine Räume. Was zu tun ist, steht unten; danach nennt der Knoten einen neuen Link.`,
  ports: {
    reached: 'antwortet',
    silent: 'antwortet nicht. Öffnen Sie ihn in der Firewall und lassen Sie ihn vom Router weiterleiten.',
    refused: 'weist uns ab. Öffnen Sie ihn in der Firewall und lassen Sie ihn vom Router weiterleiten.',
    unfinished:
      'antwortet, doch große Pakete gehen unterwegs verloren. Sehen Sie sich die MTU des Netzes an.',
    private: 'ist eine private Adresse. Der Knoten sollte eine öffentliche nennen.',
    'no-way': 'ließ sich von hier nicht prüfen: Dieses Gerät hat keinen Weg zu solchen Adressen.',
  },
  unlike: {
    udp: 'antwortet nicht, TCP dagegen schon. Lassen Sie UDP durch die Firewall; ein Rechner mit mehreren Adressen soll an dieser lauschen (--listen).',
    tcp: 'antwortet nicht, UDP dagegen schon. Lassen Sie TCP durch die Firewall.',
  },
}
