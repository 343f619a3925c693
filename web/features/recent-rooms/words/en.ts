/** What this browser remembers of one. */
export const remembered = {
  yes: 'Your name and what you choose are remembered in this browser only.',
  no: 'This browser lets the page remember nothing: you will choose again next time.',
  forget: 'Forget them',
  forgotten: 'Forgotten.',
}
