/** Being heard only while one holds a key, or a button: the settings. */
export const talk = {
  title: 'Push to talk',
  holdsToTalk: 'Be heard while I hold the key',
  holdsToTalkHint: 'For a word in between, while you are muted.',
  pushToTalk: 'Muted by default',
  pushToTalkHint: 'You are heard only while you hold the key, or a large button.',
  key: 'The key',
  keyHint: 'Of all keys, only F1 to F24 also work while you write.',
  press: 'Press a key…',
  cancel: 'Esc keeps the one you have.',
  taken: 'That key does something else. Press another one.',
}
