import type { Words } from '../../../i18n/words.ts'

export const after: Words['after'] = {
  left: { title: (room) => `Vous avez quitté ${room}`, text: 'Votre micro et votre caméra sont coupés.' },
  locked: {
    title: 'Ce salon est verrouillé',
    text: 'Une personne à l’intérieur, ou celle qui l’a ouvert la première, peut le déverrouiller. Demandez-lui, puis réessayez.',
  },
  denied: {
    title: 'On ne vous a pas laissé entrer',
    text: 'La modération n’a pas ouvert la porte. Si c’est une erreur, voyez avec la personne qui vous a donné le lien.',
  },
  full: { title: 'Ce salon est plein', text: 'Réessayez quand quelqu’un en sera sorti.' },
  replaced: {
    title: 'Vous êtes dans ce salon dans un autre onglet',
    text: 'L’appel s’y poursuit. Vous pouvez aussi le ramener ici.',
  },
  removed: {
    title: 'On vous a fait sortir de ce salon',
    text: 'C’est une décision de la modération. Tant que le salon dure, vous ne pouvez pas y revenir.',
  },
  outdated: {
    title: 'Une nouvelle version d’Essaim est là',
    text: 'Cette page est plus ancienne que le salon. Rechargez-la pour entrer.',
  },
  unfit: {
    title: 'Cette page et le site ne s’accordent pas',
    text: 'Un salon chiffré demande que les deux soient d’une version qui le permet. Rechargez la page. Si cela ne suffit pas, c’est au site d’être mis à jour.',
  },
  busy: { title: 'Trop d’essais en peu de temps', text: 'Attendez une minute, puis réessayez.' },
  failed: {
    title: 'Le salon n’a pas pu s’ouvrir',
    text: 'La faute est de notre côté. Réessayez dans un instant.',
  },
  comeBack: 'Revenir',
  tryAgain: 'Réessayer',
  here: 'Utiliser cet onglet',
  reload: 'Recharger la page',
  home: 'Un autre salon',
}
