import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Connexion',
  carriedBy: 'Salon hébergé par',
  wasCarriedBy: 'Le salon était hébergé par',
  willBeCarriedBy: 'Si c’est vous qui ouvrez le salon, il sera hébergé par',
  verdicts: {
    unknown: 'Mesure en cours…',
    good: 'Votre connexion est bonne.',
    fair: 'Votre connexion est moyenne\u202f: une image peut se figer par moments.',
    poor: 'Votre connexion est mauvaise. Plus près de la box, par câble, ou avec une image moins fine, elle s’améliore.',
  },
  rows: {
    path: 'Chemin',
    delay: 'Délai aller-retour',
    'received-loss': 'Pertes vers vous',
    'sent-loss': 'Pertes depuis vous',
    received: 'Vous recevez',
    sent: 'Vous envoyez',
  },
  paths: { udp: 'Direct (UDP)', tcp: 'Direct (TCP)', relay: 'Relayé' },
  pathHints: {
    udp: 'Le son et l’image prennent le chemin court.',
    tcp: 'Votre réseau ne laisse passer que TCP\u202f: ce qui se perd est renvoyé, et arrive en retard.',
    relay:
      'Un autre serveur transmet le son et l’image\u202f: parce que votre adresse doit rester cachée, ou que votre réseau ne laisse rien passer directement.',
  },
  milliseconds: (count) => `${count} ms`,
  rate: (kilobits) => `${kilobits} kbit/s`,
}
