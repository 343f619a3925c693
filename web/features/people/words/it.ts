import type { Words } from '../../../i18n/words.ts'

export const people: Words['people'] = {
  cutOff: 'Connessione interrotta',
  silenced: 'audio disattivato per te',
  hearAgain: (name) => `Ascolta di nuovo ${name}`,
  forbidden: {
    microphone: 'Per ora la moderazione ha disattivato i microfoni',
    camera: 'Per ora la moderazione ha disattivato le videocamere',
    screen: 'Per ora la moderazione ha disattivato la condivisione dello schermo',
    chat: 'Per ora la moderazione ha chiuso la chat',
  },
}
