import type { Words } from '../../../i18n/words.ts'

export const before: Words['before'] = {
  room: (room) => `Salon ${room}`,
  title: 'On y va\u202f?',
  name: 'Votre nom',
  namePlaceholder: 'Le nom que verront les autres',
  join: 'Rejoindre',
  joinAsSecond: 'Rejoindre comme deuxième personne',
  devices: 'Choisir les appareils',
  picture: 'Votre image',
  cameraOff: 'Votre caméra est coupée',
  cameraStarting: 'En attente de votre caméra…',
  heard: 'Votre micro vous entend.',
  speak: 'Dites quelque chose\u202f: la barre bouge quand votre micro vous entend.',
  unmeasured: 'Votre micro est activé\u202f; son volume ne peut pas être mesuré ici.',
  micOff: 'Vous rejoindrez le salon micro coupé.',
  micStarting: 'En attente de votre micro…',
  allow: 'Votre navigateur demande peut-être une autorisation\u202f: regardez près de la barre d’adresse.',
  guest: 'Sans nom',
}

export const here: Words['here'] = {
  inRoom: 'Vous êtes déjà dans ce salon, dans un autre onglet.',
  silent: 'L’autre onglet ne répond pas. Fermez-le, ou rejoignez le salon comme deuxième personne.',
  takeOver: 'Continuer dans cet onglet',
}
