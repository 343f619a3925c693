import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const check: FurtherWords['check'] = {
  trying: 'Proviamo a raggiungere il nodo da qui. Ci vogliono al massimo 15 secondi.',
  spent:
    'Questo link non vale più: ognuno serve per una sola prova, entro un quarto d’ora. Il nodo ne dà uno nuovo da solo.',
  failed:
    'La risposta non è arrivata. Controlla la connessione di questo dispositivo; il nodo dà un nuovo link entro un minuto o due.',
  reached: (lender) =>
    `Il nodo di ${lender} è raggiungibile e può ospitare stanze. Puoi chiudere questa pagina.`,
  closed: (lender) =>
    `Il nodo di ${lender} non è raggiungibile dappertutto, quindi per ora non ospita stanze. Qui sotto trovi che cosa fare; poi il nodo darà un nuovo link.`,
  ports: {
    reached: 'risponde',
    silent: 'non risponde. Apri la porta nel firewall e falla inoltrare dal router.',
    refused: 'rifiuta l’accesso. Apri la porta nel firewall e falla inoltrare dal router.',
    unfinished: 'risponde, ma i pacchetti grandi si perdono per strada. Guarda l’MTU della sua rete.',
    private: 'è un indirizzo privato. Il nodo dovrebbe annunciarne uno pubblico.',
    'no-way': 'non si è potuta provare da qui: questo dispositivo non ha una via verso indirizzi simili.',
  },
  unlike: {
    udp: 'non risponde, mentre TCP risponde. Lascia passare UDP nel firewall; una macchina con più indirizzi deve ascoltare su questo (--listen).',
    tcp: 'non risponde, mentre UDP risponde. Lascia passare TCP nel firewall.',
  },
}
