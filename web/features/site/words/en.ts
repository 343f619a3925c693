export const colophon = {
  operator: 'Run by',
  contact: 'Contact',
  legal: 'Privacy and legal notice',
  kept: 'What is kept of you',
  keptFailed: 'This page did not arrive whole.',
  thisSite: 'this site itself',
  licence: 'Free software, AGPL-3.0 or later:',
  source: 'source code',
  licences: 'licences',
  build: 'Fingerprint of this page:',
  buildUse:
    'The same source code always gives the same fingerprint, so anybody can check what this site serves.',
}
