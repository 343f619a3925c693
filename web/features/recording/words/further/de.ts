import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const recording: FurtherWords['recording'] = {
  hint: 'Die Datei bleibt bei Ihnen: Nichts geht an einen Server. Alle hier sehen, dass Sie aufnehmen.',
  room: 'Was ich sehe und höre',
  roomHint: 'Mit allen, die zustimmen. Wer nicht zugestimmt hat, ist darin weder zu sehen noch zu hören.',
  own: 'Nur mich selbst',
  ownHint: 'Ihre Kamera und Ihr Mikrofon, und niemanden sonst.',
  start: 'Aufnahme starten',
  stop: 'Aufnahme beenden',
  starting: 'Die Aufnahme wird vorbereitet…',
  saving: 'Die Aufnahme wird gespeichert…',
  toMemory: (megabytes) =>
    `Dieser Browser behält die Aufnahme bis zum Ende im Arbeitsspeicher, höchstens ${megabytes} MB.`,
  keepOpen: 'Lassen Sie diesen Tab im Vordergrund: Hinter anderen bleibt sein Bild vielleicht stehen.',
  unsupported:
    'Dieser Browser kann nicht aufnehmen. Ein aktueller Firefox, Chrome, Edge oder Safari kann es.',
  running: 'Sie nehmen auf.',
  agreed: (agreed, others) => `Zugestimmt: ${agreed} von ${others}.`,
  size: (megabytes) => `${megabytes} MB`,
  ended: {
    stopped: 'Die Aufnahme ist zu Ende.',
    full: 'Die Aufnahme ist zu Ende: Mehr kann dieser Browser nicht speichern.',
    'taken-back': 'Die Moderation hat die Aufnahme beendet, oder Sie sind neu beigetreten.',
    left: 'Die Aufnahme ist zu Ende.',
    'no-sound':
      'Es wurde nichts aufgenommen: Der Browser hat keine Tonausgabe. Schließen Sie einen Lautsprecher oder Kopfhörer an und beginnen Sie noch einmal.',
    failed: 'Die Aufnahme ist fehlgeschlagen. Was bis dahin aufgenommen war, ist vielleicht in der Datei.',
  },
  saveAgain: 'Datei erneut speichern',
  recordsRoom: (name) => `${name} nimmt auf, was zu sehen und zu hören ist.`,
  recordsOwn: (name) => `${name} nimmt nur sich selbst auf.`,
  leftOut: 'Solange Sie nicht zustimmen, sind Sie nicht in der Aufnahme.',
  included: 'Sie sind in der Aufnahme, weil Sie zugestimmt haben.',
  agree: 'Ich stimme zu',
  withdraw: 'Mich nicht aufnehmen',
  end: 'Aufnahme beenden',
  fileName: 'aufnahme',
  failed: 'Das wurde nicht gesendet. Bitte versuchen Sie es noch einmal.',
}
