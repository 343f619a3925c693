import type { Words } from '../../../i18n/words.ts'

export const people: Words['people'] = {
  cutOff: 'Connexion interrompue',
  silenced: 'son coupé pour vous',
  hearAgain: (name) => `Entendre de nouveau ${name}`,
  forbidden: {
    microphone: 'La modération a coupé les micros pour le moment',
    camera: 'La modération a coupé les caméras pour le moment',
    screen: 'La modération a désactivé le partage d’écran pour le moment',
    chat: 'La modération a fermé la discussion pour le moment',
  },
}
