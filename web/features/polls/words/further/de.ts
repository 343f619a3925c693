import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const polls: FurtherWords['polls'] = {
  none: 'Noch hat niemand etwas gefragt.',
  notAllowed:
    'Die Moderation hat Nachrichten ausgeschaltet, also auch Umfragen. Abstimmen können Sie weiterhin.',
  start: 'Eine Frage stellen',
  question: 'Frage',
  answer: (number) => `Antwort ${number}`,
  addAnswer: 'Noch eine Antwort',
  removeAnswer: (number) => `Antwort ${number} entfernen`,
  multiple: 'Mehrere Antworten sind möglich',
  anonymous: 'Anonym',
  anonymousHint:
    'Ihr Browser zählt die Stimmen und zeigt niemandem, wer was gewählt hat. Wenn Sie gehen, ist die Umfrage beendet.',
  ask: 'Alle fragen',
  cancel: 'Abbrechen',
  incomplete: 'Eine Frage braucht mindestens zwei verschiedene Antworten.',
  asks: (name) => `${name} fragt`,
  youAsk: 'Sie fragen',
  counts: (name) => `Anonym: Der Browser von ${name} zählt die Stimmen, ohne zu zeigen, wer was gewählt hat.`,
  youCount: 'Anonym: Ihr Browser zählt die Stimmen, ohne zu zeigen, wer was gewählt hat.',
  vote: 'Abstimmen',
  change: 'Meine Stimme ändern',
  voted: (count) => (count === 1 ? '1 Person hat abgestimmt' : `${count} Personen haben abgestimmt`),
  votes: (count) => (count === 1 ? '1 Stimme' : `${count} Stimmen`),
  close: 'Umfrage beenden',
  closed: 'Beendet',
  failed: 'Das wurde nicht gesendet. Bitte versuchen Sie es noch einmal.',
  invites: (name) => `${name} stellt eine Frage.`,
  look: 'Abstimmen',
  later: 'Später',
}
