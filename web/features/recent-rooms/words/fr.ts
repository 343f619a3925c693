import type { Words } from '../../../i18n/words.ts'

export const remembered: Words['remembered'] = {
  yes: 'Votre nom et vos choix ne sont retenus que dans ce navigateur.',
  no: 'Ce navigateur ne permet pas à la page de retenir vos choix\u202f: ils seront à refaire la prochaine fois.',
  forget: 'Les effacer',
  forgotten: 'C’est effacé.',
}
