import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const stats: FurtherWords['stats'] = {
  loading: 'Contando…',
  failed: 'Las cifras no han llegado.',
  nothing: 'Todavía no se ha contado nada: empieza tú.',
  now: 'Ahora',
  workingDay: 'En un día laborable, de media',
  days: 'Los últimos 30 días',
  years: 'Año por año',
  conferences: 'Reuniones',
  people: 'Personas',
  day: 'Día',
  year: 'Año',
  unfinished: 'hoy, sin terminar todavía',
  most: (most, day) => `Como máximo ${most}, el ${day}`,
  mostOfYears: (most, year) => `Como máximo ${most}, en ${year}`,
  asTable: 'Lo mismo en una tabla',
  howTitle: 'Qué se cuenta, y cómo',
  conference:
    'Una reunión empieza cuando hay dos personas en una sala, y termina cuando la sala queda vacía. Quien entra en una sala cuenta una vez por entrada; quien pierde la conexión y vuelve en menos de medio minuto no cuenta de nuevo.',
  private:
    'Las salas dicen cuántos, y nada más: para ello no se guarda ningún nombre, ninguna dirección ni ninguna sala, y por estas cifras nadie puede saber quién estuvo aquí.',
  calendar: (since) =>
    `Contado desde el ${since}. Los días empiezan a medianoche UTC; la media es de lunes a viernes de las últimas cuatro semanas, sin contar hoy.`,
  data: 'Las cifras como datos (JSON)',
}
