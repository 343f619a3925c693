import type { FurtherWords } from '../../../../i18n/further-words.ts'

const who = (names: readonly string[]): string =>
  names.length > 2 ? `${names.length} personnes` : names.join(' et ')

export const explained: FurtherWords['explained'] = {
  forAll: 'Chiffré pour toutes les personnes présentes',
  fromLink: 'La clé vient du lien',
  fromGroup: 'La clé est chez les personnes présentes',
  why: {
    beginning: 'Vos appareils se mettent d’accord sur une clé à eux. Cela prend un instant.',
    crowd: (most) =>
      `Vous êtes plus de ${most}. Pour tant de monde, il n’y a pas de clé qui change à chaque arrivée et à chaque départ.`,
    unkept:
      'Votre appareil n’a pas pu se mettre d’accord avec les autres sur une clé commune\u202f: jusqu’à votre départ, il utilise celle du lien. Recharger la page permet de réessayer.',
  },
  locked:
    'Votre appareil verrouille ce que vous dites, montrez et écrivez avant de l’envoyer. Seuls les appareils des personnes présentes dans le salon peuvent le déverrouiller.',
  key: 'La clé est la fin du lien, après le signe #. Les navigateurs n’envoient cette partie à personne.',
  renewed:
    'Les appareils des personnes présentes se mettent d’accord entre eux sur la clé, et sur une nouvelle à chaque arrivée et à chaque départ. Personne d’autre ne l’a jamais.',
  compare: {
    title: 'Six mots à comparer',
    how: 'Lisez-vous ces mots à voix haute, de préférence avec une voix que vous connaissez.',
    same: 'Les mêmes mots dans le même ordre\u202f: vous avez la même clé, et personne ne s’est glissé entre vous.',
    differ:
      'D’autres mots\u202f: choisissez la même langue, attendez un instant et regardez à nouveau. S’ils diffèrent toujours, quelqu’un s’est peut-être glissé entre vous. Ne dites alors rien ici qui doive rester entre vous, et envoyez-vous le lien d’un nouveau salon par un autre chemin.',
    change: 'Ils changent à chaque arrivée et à chaque départ.',
    renewed: 'Ces mots sont nouveaux\u202f: quelqu’un est arrivé ou parti.',
    language: 'Langue des mots',
  },
  keptOut: 'Qui reste dehors',
  out: {
    carrier: 'qui héberge le salon',
    site: 'qui gère ce site, ou en lit les disques, les journaux ou la mémoire',
    network:
      'tout ce qui est sur le trajet\u202f: le fournisseur d’accès, le réseau de l’entreprise, le wifi du café',
    removed:
      'toute personne qu’on a fait sortir\u202f: elle ne peut plus rien suivre de ce qui est dit, montré ou écrit ensuite',
    late: 'toute personne qui vient plus tard, pour ce qui a été dit et montré avant\u202f; ce qui a été écrit dans la discussion, elle peut le lire',
  },
  limits: 'Ce qu’il faut savoir',
  limit: {
    link: {
      link: 'Qui a le lien a la clé. Ne le donnez qu’aux personnes qui doivent venir.',
      removed:
        'Une personne qu’on a fait sortir garde le lien, donc la clé\u202f: avec l’aide de qui héberge le salon, elle pourrait continuer d’écouter. Pour qu’elle reste dehors, ouvrez un nouveau salon et donnez-en le lien aux autres.',
    },
    group: {
      link: 'Qui a le lien peut entrer, et reçoit alors une clé. Ne le donnez qu’aux personnes qui doivent venir.',
      removed:
        'Une personne qu’on a fait sortir garde le lien, et pourrait revenir sous un autre nom, à moins qu’on ne le change\u202f: «\u202fFaire sortir et changer le lien\u202f» fait les deux.',
    },
    spoken:
      'Six mots créés par la modération ouvrent aussi ce salon, tant que quelqu’un s’y trouve. Sous «\u202fInviter\u202f», on peut les retirer.',
    page: 'Cette page vient elle-même de ce site. Un site qui enverrait une page modifiée pourrait écouter.',
    seen: 'Ce site voit tout de même le nom du salon, quand il sert et à combien de personnes, et les adresses internet de celles qui viennent.',
  },
  openTo: {
    carrier:
      'Ce que vous dites et montrez est protégé sur le trajet. Mais qui héberge le salon pourrait écouter et regarder, et qui gère ce site pourrait lire ce que vous écrivez.',
    name: 'Toute personne qui connaît le nom du salon, ou le devine, peut venir, autant que sa porte le permet.',
    instead: 'Pour rester entre vous, ouvrez un nouveau salon sur la page d’accueil et partagez son lien.',
  },
  rate: {
    forAll: 'Voix à débit constant, pour tout le monde',
    hint: 'Toutes les voix partent en morceaux d’une seule taille, même quand personne ne parle. Qui les voit passer ne peut alors en déduire qui parle et quand, ni deviner les mots. On voit toujours qui est là, pendant combien de temps, et qui coupe son micro, et les images passent comme avant. Chaque voix prend environ 100 kilobits par seconde.',
  },
  cannot:
    'Ce salon est chiffré, et ce navigateur ne sait pas le faire. Un Firefox, Chrome, Edge ou Safari récent le peut\u202f: ouvrez-y le lien.',
  tampered:
    'Quelque chose est arrivé que la clé de ce salon n’ouvre pas, ou ne vous parvient pas. C’était abîmé en route, ou quelqu’un s’en mêle.',
  keyNews: {
    putOut: (names) =>
      `On a fait sortir ${who(names)}\u202f: désormais, rien ne peut plus ${names.length === 1 ? 'lui' : 'leur'} parvenir`,
    putOutByLink: (names) =>
      `On a fait sortir ${who(names)}, mais le lien ${names.length === 1 ? 'lui' : 'leur'} reste, donc la clé\u202f: pour ce qui ne doit pas y être entendu, ouvrez un nouveau salon`,
    arrived: (names) =>
      `Nouvelle clé depuis l’arrivée de ${who(names)}\u202f: ce qui a été dit avant reste fermé, ce qui a été écrit peut être lu`,
    group:
      'La clé est à nouveau chez les personnes présentes, et change à chaque arrivée et à chaque départ.',
    crowd: (most) =>
      `Vous êtes maintenant plus de ${most}. Désormais, la clé vient du lien\u202f: qui a le lien pourrait suivre.`,
    unkept:
      'Votre appareil n’a pas pu se mettre d’accord avec les autres sur une clé commune. Désormais, il utilise celle du lien\u202f: qui a le lien pourrait suivre.',
    rateConstant:
      'Toutes les voix de ce salon partent maintenant à débit constant\u202f: qui observe le réseau ne peut en déduire qui parle, ni quand. On voit toujours que vous êtes là, et quand vous coupez votre micro.',
    rateOwn: 'Les voix ne partent plus toutes à débit constant. Votre propre réglage vaut de nouveau.',
  },
}
