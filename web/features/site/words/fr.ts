export const colophon = {
  operator: 'Site géré par',
  contact: 'Contact',
  legal: 'Confidentialité et mentions légales',
  thisSite: 'ce site lui-même',
  licence: 'Logiciel libre, AGPL-3.0 ou ultérieure\u202f:',
  source: 'code source',
  licences: 'licences',
}
