import type { Words } from '../../../i18n/words.ts'

export const door: Words['door'] = {
  title: 'Porte',
  creator: 'modération, a ouvert le salon',
  state: {
    open: 'Ouverte à toute personne qui a le lien',
    password: 'Un mot de passe est demandé',
    lobby: 'On patiente dans la salle d’attente',
    locked: 'Verrouillée\u202f: personne d’autre ne peut entrer',
  },

  passwordTitle: 'Ce salon a un mot de passe',
  passwordText: 'La personne qui vous a donné le lien le connaît.',
  password: 'Mot de passe',
  showPassword: 'Afficher le mot de passe',
  problems: {
    'wrong-password': 'Ce n’est pas celui-là. Vérifiez l’orthographe et les majuscules.',
    'too-many-tries': 'Cela fait beaucoup d’essais de suite. Attendez une minute avant le prochain.',
  },

  waitTitle: 'Vous êtes dans la salle d’attente',
  waitText: 'Vous entrerez dès qu’une personne de la modération vous ouvrira la porte.',
  waitLong:
    'Personne n’a encore ouvert. Vous pouvez continuer d’attendre, ou prévenir la personne qui vous a donné le lien.',

  waiting: (count) =>
    count < 2 ? `${count} personne demande à entrer` : `${count} personnes demandent à entrer`,
  knocked: (name) => `${name} demande à entrer`,
  see: 'Voir qui',
  since: (time) => `depuis ${time}`,
  nobodyWaits: 'Personne ne demande à entrer.',
  admit: 'Laisser entrer',
  admitName: (name) => `Laisser entrer ${name}`,
  admitAll: 'Laisser entrer tout le monde',
  deny: 'Refuser',
  denyName: (name) => `Refuser ${name}`,

  lobby: 'Salle d’attente',
  lobbyHint: 'On y attend qu’une personne de la modération ouvre la porte.',
  lock: 'Verrouiller',
  lockHint: 'Personne d’autre ne peut entrer, ni même dans la salle d’attente.',
  passwordHint: 'Il sera demandé à l’entrée. Les personnes déjà là restent dans le salon.',
  newPassword: 'Nouveau mot de passe',
  setPassword: 'Définir le mot de passe',
  changePassword: 'Changer',
  removePassword: 'Retirer',
  passwordIsSet: 'Le salon a un mot de passe. Essaim ne le connaît pas et ne pourra pas l’afficher.',
  /** For whoever opened the room, and for other moderators. */
  keeps:
    'Vous avez ouvert ce salon : dès que deux personnes s’y sont rencontrées, sa porte reste telle que vous la laissez pendant 30 jours après le dernier départ.',
  keepsNot: 'Ce que vous changez ici vaut jusqu’au dernier départ.',
  failed: 'Cela n’a pas fonctionné. Réessayez.',
}
