import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const door: FurtherWords['door'] = {
  creator: 'modération, a ouvert le salon',
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
  since: (time) => `depuis ${time}`,
  nobodyWaits: 'Personne ne demande à entrer.',
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
}
