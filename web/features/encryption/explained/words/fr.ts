import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const explained: FurtherWords['explained'] = {
  forAll: 'Chiffré pour toutes les personnes présentes',
  fromLink: 'La clé vient du lien',
  locked:
    'Votre appareil verrouille ce que vous dites, montrez et écrivez avant de l’envoyer. Seuls les appareils des personnes présentes dans le salon peuvent le déverrouiller.',
  key: 'La clé est la fin du lien, après le signe #. Les navigateurs n’envoient cette partie à personne.',
  keptOut: 'Qui reste dehors',
  out: {
    carrier: 'qui héberge le salon',
    site: 'qui gère ce site, ou en lit les disques, les journaux ou la mémoire',
    network:
      'tout ce qui est sur le trajet\u202f: le fournisseur d’accès, le réseau de l’entreprise, le wifi du café',
  },
  limits: 'Ce qu’il faut savoir',
  limit: {
    link: 'Qui a le lien a la clé. Ne le donnez qu’aux personnes qui doivent venir.',
    removed:
      'Une personne que vous faites sortir garde le lien. Pour qu’elle reste dehors, ouvrez un nouveau salon et donnez-en le lien aux autres.',
    page: 'Cette page vient elle-même de ce site. Un site qui enverrait une page modifiée pourrait écouter.',
    seen: 'Ce site voit tout de même le nom du salon, quand il sert et à combien de personnes, et les adresses internet de celles qui viennent.',
  },
  openTo: {
    carrier:
      'Ce que vous dites et montrez est protégé sur le trajet. Mais qui héberge le salon pourrait écouter et regarder, et qui gère ce site pourrait lire ce que vous écrivez.',
    name: 'Toute personne qui connaît le nom du salon, ou le devine, peut venir, autant que sa porte le permet.',
    instead: 'Pour rester entre vous, ouvrez un nouveau salon sur la page d’accueil et partagez son lien.',
  },
  cannot:
    'Ce salon est chiffré, et ce navigateur ne sait pas le faire. Un Firefox, Chrome, Edge ou Safari récent le peut\u202f: ouvrez-y le lien.',
  tampered:
    'Quelque chose est arrivé que la clé de ce salon n’ouvre pas, et a été écarté. C’était abîmé en route, ou quelqu’un s’en mêle.',
}
