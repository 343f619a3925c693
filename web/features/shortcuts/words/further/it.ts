import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const shortcuts: FurtherWords['shortcuts'] = {
  off: 'I tasti rapidi sono disattivati nelle impostazioni.',
  does: {
    microphone: 'Attiva o disattiva il microfono',
    camera: 'Attiva o disattiva la videocamera',
    share: 'Condividi lo schermo, o interrompi',
    hand: 'Alza o abbassa la mano',
    chat: 'Chat',
    people: 'Persone',
    layout: 'Cambia la disposizione',
    fullScreen: 'Schermo intero',
    more: 'Altro',
    help: 'Questo elenco',
  },
  escape: 'Chiudi ciò che è aperto',
  send: 'Invia un messaggio',
  line: 'Vai a capo in un messaggio',
  enter: 'Invio',
  shiftEnter: 'Maiusc + Invio',
}
