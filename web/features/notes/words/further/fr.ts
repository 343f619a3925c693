import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const notes: FurtherWords['notes'] = {
  hint: 'Tout le monde ici peut les lire et les modifier. Elles sont effacées avec le salon.',
  placeholder: 'Ordre du jour, décisions, liens… En Markdown si vous voulez.',
  notAllowed: 'La modération a désactivé les messages\u202f: vous pouvez lire les notes, sans les modifier.',
  full: 'Les notes sont pleines. Raccourcissez-les, ou enregistrez-les et recommencez.',
  unsent: 'Vos dernières modifications ne sont pas encore arrivées\u202f; elles repartiront d’elles-mêmes.',
  writing: (names, count) => (count === 1 ? `${names} écrit…` : `${names} écrivent…`),
  save: 'Enregistrer le fichier',
  fileName: 'notes',
}
