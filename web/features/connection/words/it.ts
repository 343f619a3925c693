import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Connessione',
  carriedBy: 'Stanza ospitata da',
  wasCarriedBy: 'La stanza era ospitata da',
  willBeCarriedBy: 'Se apri tu la stanza, sarà ospitata da',
  verdicts: {
    unknown: 'Misura in corso…',
    good: 'La tua connessione è buona.',
    fair: 'La tua connessione è discreta: ogni tanto un’immagine può fermarsi.',
    poor: 'La tua connessione è debole. Più vicino al router, via cavo o con immagini meno nitide, migliora.',
  },
  rows: {
    path: 'Percorso',
    delay: 'Ritardo, andata e ritorno',
    'received-loss': 'Perso in arrivo',
    'sent-loss': 'Perso in partenza',
    received: 'Ricevi',
    sent: 'Invii',
  },
  paths: { udp: 'Diretto (UDP)', tcp: 'Diretto (TCP)', relay: 'Inoltrato' },
  pathHints: {
    udp: 'Audio e video prendono la via breve.',
    tcp: 'La tua rete lascia passare solo TCP: ciò che si perde viene rimandato, e arriva tardi.',
    relay:
      'Un altro server inoltra audio e video: perché il tuo indirizzo deve restare nascosto, o perché la tua rete non lascia passare nulla direttamente.',
  },
  milliseconds: (count) => `${count} ms`,
  rate: (kilobits) => `${kilobits} kbit/s`,
}
