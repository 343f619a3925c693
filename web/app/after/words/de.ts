import type { Words } from '../../../i18n/words.ts'

export const after: Words['after'] = {
  left: {
    title: (room) => `Sie haben ${room} verlassen`,
    text: 'Ihr Mikrofon und Ihre Kamera sind aus.',
  },
  locked: {
    title: 'Dieser Raum ist abgeschlossen',
    text: 'Wer schon drin ist oder ihn zuerst geöffnet hat, kann aufschließen. Fragen Sie dort nach und versuchen Sie es dann noch einmal.',
  },
  denied: {
    title: 'Sie wurden nicht hereingelassen',
    text: 'Die Moderation hat die Tür nicht geöffnet. Wenn das ein Irrtum war, fragen Sie bei der Person nach, die Sie eingeladen hat.',
  },
  full: {
    title: 'Dieser Raum ist voll',
    text: 'Versuchen Sie es noch einmal, wenn jemand gegangen ist.',
  },
  replaced: {
    title: 'Sie sind in einem anderen Tab in diesem Raum',
    text: 'Das Gespräch geht dort weiter. Sie können es auch hierher zurückholen.',
  },
  removed: {
    title: 'Sie wurden aus diesem Raum entfernt',
    text: 'Das hat die Moderation entschieden. Solange der Raum besteht, können Sie nicht zurückkommen.',
  },
  outdated: {
    title: 'Essaim hat eine neue Version',
    text: 'Diese Seite ist älter als der Raum. Laden Sie sie neu, um beizutreten.',
  },
  unfit: {
    title: 'Diese Seite und die Website passen nicht zusammen',
    text: 'Für einen verschlüsselten Raum müssen beide neu genug sein. Laden Sie die Seite neu. Wenn das nicht hilft, muss die Website aktualisiert werden.',
  },
  busy: {
    title: 'Zu viele Versuche in kurzer Zeit',
    text: 'Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  },
  failed: {
    title: 'Der Raum ließ sich nicht öffnen',
    text: 'Das liegt an uns, nicht an Ihnen. Versuchen Sie es gleich noch einmal.',
  },
  comeBack: 'Wieder beitreten',
  tryAgain: 'Erneut versuchen',
  here: 'Diesen Tab verwenden',
  reload: 'Seite neu laden',
  home: 'Ein anderer Raum',
}
