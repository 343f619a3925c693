import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const door: FurtherWords['door'] = {
  creator: 'Moderation, hat den Raum geöffnet',
  passwordTitle: 'Dieser Raum hat ein Passwort',
  passwordText: 'Wer Sie eingeladen hat, kennt es.',
  password: 'Passwort',
  showPassword: 'Passwort anzeigen',
  problems: {
    'wrong-password': 'Das ist es nicht. Bitte prüfen Sie die Schreibweise, auch Groß- und Kleinbuchstaben.',
    'too-many-tries':
      'Das waren viele Versuche hintereinander. Bitte warten Sie vor dem nächsten eine Minute.',
  },
  waitTitle: 'Sie sind im Warteraum',
  waitText: 'Sie kommen herein, sobald die Moderation die Tür öffnet.',
  waitLong:
    'Noch hat niemand geöffnet. Sie können weiter warten oder der Person Bescheid geben, die Sie eingeladen hat.',
  since: (time) => `seit ${time}`,
  nobodyWaits: 'Niemand wartet auf Einlass.',
  admitAll: 'Alle hereinlassen',
  deny: 'Abweisen',
  denyName: (name) => `${name} abweisen`,
  lobby: 'Warteraum',
  lobbyHint: 'Wer kommt, wartet, bis die Moderation öffnet.',
  lock: 'Raum abschließen',
  lockHint: 'Niemand sonst kann herein, auch nicht in den Warteraum.',
  passwordHint: 'Wer kommt, muss es kennen. Wer schon im Raum ist, bleibt.',
  newPassword: 'Neues Passwort',
  setPassword: 'Passwort festlegen',
  changePassword: 'Ändern',
  removePassword: 'Entfernen',
  passwordIsSet: 'Der Raum hat ein Passwort. Essaim kennt es nicht und kann es nicht noch einmal zeigen.',
  /** For whoever opened the room, and for other moderators. */
  keeps:
    'Sie haben diesen Raum geöffnet: Sobald sich zwei Personen darin getroffen haben, bleibt seine Tür noch 30 Tage so, wie Sie sie hinterlassen, nachdem alle gegangen sind.',
  keepsNot: 'Was Sie hier ändern, gilt, bis alle gegangen sind.',
}
