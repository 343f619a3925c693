export const opening = {
  waitForPanel: 'Opening…',
  tryAgain: 'Try again',
  wait: 'Opening the room…',
  failedTitle: 'The page could not load completely',
  failedText: 'A part of it did not arrive. Check your network, then load the page again.',
  reload: 'Load the page again',
  damagedLink: 'This link is not whole: copy it again, to the last character.',
}
