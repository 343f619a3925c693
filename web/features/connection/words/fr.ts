import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Connexion',
  carriedBy: 'Salon hébergé par',
  wasCarriedBy: 'Le salon était hébergé par',
  willBeCarriedBy: 'Si c’est vous qui ouvrez le salon, il sera hébergé par',
  lenderSees:
    'Cette personne ou institution voit votre adresse réseau, sauf si vous la cachez, et pourrait écouter et regarder. Elle n’apprend aucun nom et ne lit rien de ce qui est écrit.',
  siteSees: 'Qui le gère voit votre adresse réseau, et pourrait écouter, regarder et lire ce qui est écrit.',
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

export const notice: Words['notice'] = {
  joining: 'Connexion au salon…',
  joiningLong:
    'La connexion au salon prend plus de temps que d’habitude. Vérifiez votre réseau, ou rechargez la page.',
  reconnecting: 'La connexion a été coupée. Vous êtes toujours dans le salon, elle se rétablit…',
  reconnectingLong:
    'La connexion est toujours coupée. Vérifiez votre réseau\u202f; l’appel reprendra de lui-même à son retour.',
  starting: 'Connexion du son et de l’image…',
  startingLong:
    'Le son et l’image tardent. Un pare-feu les retient peut-être\u202f; un autre réseau peut aider.',
  mediaReconnecting: 'Le son et l’image ont été coupés, ils se rétablissent…',
  mediaReconnectingLong: 'Le son et l’image manquent encore. Ils reviendront d’eux-mêmes dès que possible.',
  waiting:
    'Aucun serveur ne transmet le son et l’image en ce moment. Le salon reste ouvert, et l’appel reprendra de lui-même.',
  noRelay:
    'Votre adresse doit rester cachée, et ce serveur n’offre pas de relais\u202f: personne ne vous entend ni ne vous voit, et vous n’entendez ni ne voyez personne. Le réglage est sous «\u202fConfidentialité\u202f».',
  voicesOnly: 'Le quota du relais est presque épuisé\u202f: les voix passent encore, les images non.',
  relaySpent:
    'Le quota du relais est épuisé\u202f: personne ne vous entend ni ne vous voit, et vous n’entendez ni ne voyez personne. Vous pouvez continuer depuis un autre réseau, ou sans cacher votre adresse.',
  unsupported:
    'Ce navigateur ne peut pas transmettre le son et l’image. Un Firefox, Chrome, Edge ou Safari récent le peut.',
}
