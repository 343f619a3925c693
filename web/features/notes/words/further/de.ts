import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const notes: FurtherWords['notes'] = {
  hint: 'Alle hier können sie lesen und ändern. Mit dem Raum werden sie gelöscht.',
  placeholder: 'Tagesordnung, Beschlüsse, Links… Gern in Markdown.',
  notAllowed:
    'Die Moderation hat Nachrichten ausgeschaltet: Sie können die Notizen lesen, aber nicht ändern.',
  full: 'Die Notizen sind voll. Kürzen Sie sie oder speichern Sie sie und fangen Sie neu an.',
  unsent: 'Ihre letzten Änderungen sind noch nicht angekommen; sie werden von selbst erneut gesendet.',
  writing: (names, count) => (count === 1 ? `${names} schreibt…` : `${names} schreiben…`),
  save: 'Als Datei speichern',
  fileName: 'notizen',
}
