export const colophon = {
  operator: 'Site géré par',
  contact: 'Contact',
  legal: 'Confidentialité et mentions légales',
  kept: 'Ce qui est conservé de vous',
  keptFailed: 'Cette page n’est pas arrivée en entier.',
  thisSite: 'ce site lui-même',
  licence: 'Logiciel libre, AGPL-3.0 ou ultérieure\u202f:',
  source: 'code source',
  licences: 'licences',
  build: 'Empreinte de cette page\u202f:',
  buildUse:
    'Le même code source donne toujours la même empreinte\u202f: chacun peut vérifier ce que sert ce site.',
}
