import type { Words } from '../words.ts'

export const check: Words['check'] = {
  title: 'Questo nodo è raggiungibile?',
  trying: 'Si prova a raggiungere il nodo da qui. Ci vuole al massimo un quarto di minuto.',
  spent:
    'Questo link non vale più: ognuno serve per una sola prova, entro un quarto d’ora. Il nodo ne dà uno nuovo da sé.',
  failed:
    'La risposta non è arrivata. Conviene controllare la connessione di questo dispositivo: il nodo dà un nuovo link entro un minuto o due.',
  reached: (lender) =>
    `Il nodo di ${lender} è raggiungibile: possono arrivare stanze. Questa pagina si può chiudere.`,
  closed: (lender) =>
    `Il nodo di ${lender} non è raggiungibile dappertutto, quindi per ora non arrivano stanze. Qui sotto c’è che cosa fare; poi il nodo darà un nuovo link.`,
  ports: {
    reached: 'risponde',
    silent: 'non risponde. Va aperta nel firewall, e inoltrata dal router.',
    refused: 'rifiuta l’accesso. Va aperta nel firewall, e inoltrata dal router.',
    unfinished:
      'risponde, ma i pacchetti grandi si perdono per strada. Conviene guardare l’MTU della sua rete.',
    private: 'è un indirizzo privato. Il nodo dovrebbe annunciarne uno pubblico.',
    'no-way': 'non si è potuta provare da qui: questo dispositivo non ha una via verso indirizzi simili.',
  },
}
