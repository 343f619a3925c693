/** Short, long, and from everywhere. */
export const NAMES = [
  'Ada',
  'Jean-Baptiste de la Fontaine-Saint-Michel',
  'Nguyễn Thị Minh Khai',
  'Omar',
  'Élodie Ångström',
  'Wolfeschlegelsteinhausenbergerdorff',
  '山田 太郎',
  'Zoë',
  'محمد علي',
  'Lou',
] as const
