import type { FurtherWords } from '../../../i18n/further-words.ts'

export const link: FurtherWords['link'] = {
  damaged: {
    title: 'Ce lien n’est pas entier',
    text: 'La fin manque, ou a été modifiée en route. Copiez-le de nouveau, jusqu’au dernier signe, ou redemandez-le.',
  },
  'link-required': {
    title: 'Ce salon est chiffré',
    text: 'Son nom ne suffit pas pour entrer\u202f: la clé est dans son lien. La personne qui vous invite peut vous l’envoyer, ou vous dire six mots.',
  },
  'wrong-link': {
    title: 'Ce lien n’ouvre pas le salon',
    text: 'Le salon de ce nom a un autre lien. Peut-être en a-t-on fait un nouveau\u202f: demandez à la personne qui vous invite.',
  },
  'link-changed': {
    title: 'Le lien de ce salon a été changé',
    text: 'Celui que vous avez n’y mène plus. Demandez le nouveau à une personne qui s’y trouve.',
  },
  'plain-room': {
    title: 'Ce salon n’est pas chiffré',
    text: 'Quelqu’un l’a ouvert par son seul nom. Qui l’héberge pourrait écouter, et toute personne qui devine le nom peut venir.',
  },
  'not-encrypted': {
    title: 'Ce n’est pas le salon de votre lien',
    text: 'Votre lien est celui d’un salon chiffré. Le salon ouvert en ce moment sous ce nom ne l’est pas, et vous ne lui avez rien envoyé. Demandez à la personne qui vous invite.',
  },
  field: 'Lien du salon',
  open: 'Ouvrir',
  joinPlainly: 'Rejoindre sans chiffrement',
  problems: {
    'no-link': 'Ce n’est pas le lien d’un salon de ce site.',
    'no-key': 'Il manque la clé dans ce lien\u202f: il continue après un #.',
  },
  spoken: {
    field: 'Six mots que l’on vous a dits',
    open: 'Ouvrir',
    hint: 'Dans n’importe quelle langue de cette page\u202f; les quatre premières lettres de chacun suffisent.',
    moment: 'Un instant…',
    count: (known, needed) => `${known} mots sur ${needed}`,
    notAWord: '(mot absent de la liste)',
    problems: {
      unknown: 'L’un de ces mots n’est pas dans la liste. Vérifiez-le, ou écrivez-le en entier.',
      few: 'Il faut six mots.',
      many: 'Il y a plus de six mots.',
      wrong:
        'Ce ne sont pas les mots de ce salon. Ils valent tant que quelqu’un s’y trouve\u202f: faites-les répéter, et vérifiez le nom du salon.',
      'too-many-tries': 'Cela fait beaucoup d’essais à la suite. Attendez une minute avant le prochain.',
      unreachable: 'Le salon est injoignable en ce moment. Réessayez.',
    },
  },
}
