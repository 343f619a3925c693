import type { Words } from '../../../i18n/words.ts'

export const door: Words['door'] = {
  title: 'Porte',
  state: {
    open: 'Ouverte à toute personne qui a le lien',
    password: 'Un mot de passe est demandé',
    lobby: 'On patiente dans la salle d’attente',
    locked: 'Verrouillée\u202f: personne d’autre ne peut entrer',
  },

  waiting: (count) =>
    count < 2 ? `${count} personne demande à entrer` : `${count} personnes demandent à entrer`,
  knocked: (name) => `${name} demande à entrer`,
  see: 'Voir qui',
  admit: 'Laisser entrer',
  admitName: (name) => `Laisser entrer ${name}`,
  failed: 'Cela n’a pas fonctionné. Réessayez.',
}
