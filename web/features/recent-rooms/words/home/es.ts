import type { HomeWords } from '../../../../i18n/home-words.ts'

export const recent: HomeWords['recent'] = {
  title: 'Tus últimas salas',
  remembered: 'Tus últimas salas se guardan en este dispositivo, con sus enlaces.',
  stop: 'Borrarlas y no guardar más',
  start: 'Guardar mis últimas salas en este dispositivo',
}
