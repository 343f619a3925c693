import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const recording: FurtherWords['recording'] = {
  hint: 'Le fichier reste chez vous\u202f: rien n’est envoyé à un serveur. Tout le monde ici voit que vous enregistrez.',
  room: 'Ce que je vois et entends',
  roomHint: 'Avec les personnes qui acceptent. On n’y voit ni n’entend celles qui n’ont pas accepté.',
  own: 'Moi uniquement',
  ownHint: 'Votre caméra et votre micro, et personne d’autre.',
  start: 'Commencer l’enregistrement',
  stop: 'Arrêter l’enregistrement',
  starting: 'Préparation de l’enregistrement…',
  saving: 'Sauvegarde de l’enregistrement…',
  toMemory: (megabytes) =>
    `Ce navigateur garde l’enregistrement en mémoire jusqu’à la fin, ${megabytes} Mo au plus.`,
  keepOpen: 'Gardez cet onglet au premier plan\u202f: derrière d’autres, son image peut se figer.',
  unsupported: 'Ce navigateur ne sait pas enregistrer. Un Firefox, Chrome, Edge ou Safari récent le sait.',
  running: 'Vous enregistrez.',
  agreed: (agreed, others) => `Accord donné\u202f: ${agreed} sur ${others}.`,
  size: (megabytes) => `${megabytes} Mo`,
  ended: {
    stopped: 'L’enregistrement est terminé.',
    full: 'L’enregistrement est terminé\u202f: ce navigateur ne peut pas en garder plus.',
    'taken-back': 'La modération a mis fin à l’enregistrement, ou vous avez rejoint le salon à nouveau.',
    left: 'L’enregistrement est terminé.',
    'no-sound':
      'Rien n’a été enregistré\u202f: le navigateur n’a pas de sortie audio. Branchez un haut-parleur ou un casque, puis recommencez.',
    failed: 'L’enregistrement a échoué. Ce qui précède est peut-être dans le fichier.',
  },
  saveAgain: 'Sauvegarder à nouveau le fichier',
  recordsRoom: (name) => `${name} enregistre ce qui se voit et s’entend.`,
  recordsOwn: (name) => `${name} s’enregistre, sans personne d’autre.`,
  leftOut: 'Vous n’y figurez pas tant que vous n’avez pas accepté.',
  included: 'Vous y figurez, parce que vous avez accepté.',
  agree: 'J’accepte',
  withdraw: 'Ne pas m’enregistrer',
  end: 'Mettre fin à l’enregistrement',
  fileName: 'enregistrement',
  failed: 'L’envoi n’a pas abouti. Réessayez.',
}
