import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const connection: FurtherWords['connection'] = {
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
  siteSees:
    'Chi lo gestisce vede il tuo indirizzo di rete, e potrebbe ascoltare, guardare e leggere ciò che è scritto.',
  lenderSees:
    'Chi la presta vede il tuo indirizzo di rete, se non lo nascondi, e potrebbe ascoltare e guardare. Non viene a sapere nomi e non legge niente di ciò che è scritto.',
  siteSeesLocked:
    'Chi lo gestisce vede il tuo indirizzo di rete e quando sei qui. Ciò che dici, mostri e scrivi è chiuso a chiave: lì nessuno può ascoltarlo, guardarlo o leggerlo.',
  lenderSeesLocked:
    'Chi la presta vede il tuo indirizzo di rete, se non lo nascondi. Ciò che dici e mostri è chiuso a chiave: lì nessuno può ascoltarlo o guardarlo.',
}
