import type { Words } from '../words.ts'

export const connection: Words['connection'] = {
  title: 'Connessione',
  carriedBy: 'Portata da',
  verdicts: {
    unknown: 'Misura in corso…',
    good: 'La connessione è buona.',
    fair: 'La connessione è discreta: ogni tanto un’immagine può fermarsi.',
    poor: 'La connessione è debole. Più vicino al router, via cavo o con immagini meno nitide, migliora.',
  },
  rows: {
    path: 'Percorso',
    delay: 'Ritardo, andata e ritorno',
    'received-loss': 'Perso in arrivo',
    'sent-loss': 'Perso in partenza',
    received: 'In arrivo',
    sent: 'In partenza',
  },
  paths: { udp: 'Diretto (UDP)', tcp: 'Diretto (TCP)', relay: 'Inoltrato' },
  pathHints: {
    udp: 'Audio e video prendono la via breve.',
    tcp: 'Questa rete lascia passare solo TCP: ciò che si perde è rimandato, e arriva tardi.',
    relay:
      'Un altro server inoltra audio e video: perché l’indirizzo deve restare nascosto, o perché questa rete non lascia passare nulla direttamente.',
  },
  milliseconds: (count) => `${count} ms`,
  rate: (kilobits) => `${kilobits} kbit/s`,
}
