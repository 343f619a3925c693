export const colophon = {
  operator: 'Sitio gestionado por',
  contact: 'Contacto',
  legal: 'Privacidad y aviso legal',
  kept: 'Qué se guarda de ti',
  keptFailed: 'Esta página no ha llegado entera.',
  thisSite: 'este mismo sitio',
  licence: 'Software libre, AGPL-3.0 o posterior:',
  source: 'código fuente',
  licences: 'licencias',
  build: 'Huella de esta página:',
  buildUse:
    'El mismo código fuente da siempre la misma huella: cualquiera puede comprobar qué sirve este sitio.',
}
