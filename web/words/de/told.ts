import type { Words } from '../words.ts'

export const told: Words['told'] = {
  title: 'Was Ihnen gemeldet wird',
  messagePreviews: 'Neue Nachrichten kurz zeigen',
  announceArrivals: 'Screenreadern sagen, wer kommt und geht',
  announceHands: 'Screenreadern gehobene Hände melden',
  announceMessages: 'Nachrichten von Screenreadern vorlesen lassen',
  keys: 'Tasten',
  shortcuts: 'Einzelne Tasten benutzen',
  shortcutsHint: 'M für das Mikrofon, V für die Kamera, H für die Hand, und andere.',
}
