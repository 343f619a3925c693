import type { Words } from '../words.ts'

export const told: Words['told'] = {
  title: 'Benachrichtigungen',
  messagePreviews: 'Neue Nachrichten kurz zeigen',
  announceArrivals: 'Screenreadern melden, wer kommt und geht',
  announceHands: 'Screenreadern gehobene Hände melden',
  announceMessages: 'Nachrichten von Screenreadern vorlesen lassen',
  keys: 'Tastenkürzel',
  shortcuts: 'Tastenkürzel mit nur einer Taste',
  shortcutsHint: 'M für das Mikrofon, V für die Kamera, H für die Hand, und andere.',
}
