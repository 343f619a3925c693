import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const stats: FurtherWords['stats'] = {
  loading: 'Calcul en cours…',
  failed: 'Les chiffres ne sont pas arrivés.',
  nothing: 'Rien n’a encore été compté\u202f: à vous de commencer.',
  now: 'En ce moment',
  workingDay: 'Un jour ouvré, en moyenne',
  days: 'Les 30 derniers jours',
  years: 'Année par année',
  conferences: 'Réunions',
  people: 'Personnes',
  day: 'Jour',
  year: 'Année',
  unfinished: 'aujourd’hui, pas encore fini',
  most: (most, day) => `Au plus ${most}, le ${day}`,
  mostOfYears: (most, year) => `Au plus ${most}, en ${year}`,
  asTable: 'La même chose en tableau',
  howTitle: 'Ce qui est compté, et comment',
  conference:
    'Une réunion commence quand deux personnes sont dans un salon, et finit quand il est vide. Qui entre dans un salon compte une fois à chaque entrée\u202f; qui est coupé et revient en moins d’une demi-minute ne compte pas de nouveau.',
  private:
    'Les salons disent combien, et rien d’autre\u202f: aucun nom, aucune adresse, aucun salon n’est gardé pour cela, et nul ne peut savoir par ces chiffres qui était là.',
  calendar: (since) =>
    `Compté depuis le ${since}. Les jours commencent à minuit UTC\u202f; la moyenne porte sur les jours du lundi au vendredi des quatre dernières semaines, sans aujourd’hui.`,
  data: 'Les chiffres en données brutes (JSON)',
}
