export const colophon = {
  operator: 'Run by',
  contact: 'Contact',
  legal: 'Privacy and legal notice',
  thisSite: 'this site itself',
  licence: 'Free software, AGPL-3.0 or later:',
  source: 'source code',
  licences: 'licences',
}
