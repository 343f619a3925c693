import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const notifications: FurtherWords['notifications'] = {
  title: 'Benachrichtigungen',
  sounds: 'Kurze Töne',
  soundsHint:
    'Wenn jemand kommt, anklopft oder schreibt, und für die Moderation, wenn eine Hand gehoben wird.',
  notifies: 'Benachrichtigungen des Browsers',
  notifiesHint:
    'Wenn dieser Tab im Hintergrund ist: wer eingelassen werden möchte und wer Ihnen privat schreibt, nie der Inhalt.',
  problems: {
    refused: 'Der Browser erlaubt es nicht. In seinen Einstellungen für diese Seite lässt es sich erlauben.',
    unsupported: 'Dieser Browser zeigt keine Benachrichtigungen von Seiten.',
  },
  messagePreviews: 'Neue Nachrichten kurz zeigen',
  announceArrivals: 'Screenreadern melden, wer kommt und geht',
  announceHands: 'Screenreadern gehobene Hände melden',
  announceMessages: 'Nachrichten von Screenreadern vorlesen lassen',
  keys: 'Tastenkürzel',
  shortcuts: 'Tastenkürzel mit nur einer Taste',
  shortcutsHint: 'M für das Mikrofon, V für die Kamera, H für die Hand, und andere.',
}
