import type { Words } from '../../../i18n/words.ts'

export const people: Words['people'] = {
  cutOff: 'Verbindung unterbrochen',
  silenced: 'nur für Sie stumm',
  hearAgain: (name) => `${name} wieder hören`,
  forbidden: {
    microphone: 'Die Moderation hat die Mikrofone vorerst ausgeschaltet',
    camera: 'Die Moderation hat die Kameras vorerst ausgeschaltet',
    screen: 'Die Moderation hat das Teilen von Bildschirmen vorerst ausgeschaltet',
    chat: 'Die Moderation hat den Chat vorerst geschlossen',
  },
}
