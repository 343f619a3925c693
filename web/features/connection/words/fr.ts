import type { Words } from '../../../i18n/words.ts'

export const connection: Words['connection'] = {
  title: 'Connexion',
  carriedBy: 'Salon hébergé par',
  wasCarriedBy: 'Le salon était hébergé par',
  willBeCarriedBy: 'Si c’est vous qui ouvrez le salon, il sera hébergé par',
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
