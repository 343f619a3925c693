import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const polls: FurtherWords['polls'] = {
  none: 'Personne n’a encore posé de question.',
  notAllowed: 'La modération a désactivé les messages, donc aussi les sondages. Vous pouvez encore voter.',
  start: 'Poser une question',
  question: 'Question',
  answer: (number) => `Réponse ${number}`,
  addAnswer: 'Ajouter une réponse',
  removeAnswer: (number) => `Retirer la réponse ${number}`,
  multiple: 'Plusieurs réponses possibles',
  anonymous: 'Anonyme',
  anonymousHint:
    'Votre navigateur compte les votes, et ne montre à personne qui a choisi quoi. À votre départ, le sondage est clos.',
  ask: 'Demander à tout le monde',
  cancel: 'Annuler',
  incomplete: 'Il faut une question et au moins deux réponses différentes.',
  asks: (name) => `${name} demande`,
  youAsk: 'Vous demandez',
  counts: (name) =>
    `Anonyme\u202f: le navigateur de ${name} compte les votes, sans montrer qui a choisi quoi.`,
  youCount: 'Anonyme\u202f: votre navigateur compte les votes, sans montrer qui a choisi quoi.',
  vote: 'Voter',
  change: 'Changer mon vote',
  voted: (count) => (count < 2 ? `${count} personne a voté` : `${count} personnes ont voté`),
  votes: (count) => `${count} voix`,
  close: 'Clore le sondage',
  closed: 'Clos',
  failed: 'L’envoi n’a pas abouti. Réessayez.',
  invites: (name) => `${name} pose une question.`,
  look: 'Voter',
  later: 'Plus tard',
}
