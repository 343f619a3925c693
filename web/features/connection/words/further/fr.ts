import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const connection: FurtherWords['connection'] = {
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
  siteSees: 'Qui le gère voit votre adresse réseau, et pourrait écouter, regarder et lire ce qui est écrit.',
  lenderSees:
    'Cette personne ou institution voit votre adresse réseau, sauf si vous la cachez, et pourrait écouter et regarder. Elle n’apprend aucun nom et ne lit rien de ce qui est écrit.',
  siteSeesLocked:
    'Qui le gère voit votre adresse réseau et quand vous êtes là. Ce que vous dites, montrez et écrivez est verrouillé\u202f: rien n’y peut être écouté, regardé ni lu.',
  lenderSeesLocked:
    'Cette personne ou institution voit votre adresse réseau, sauf si vous la cachez. Ce que vous dites et montrez est verrouillé\u202f: rien n’y peut être écouté ni regardé.',
}
