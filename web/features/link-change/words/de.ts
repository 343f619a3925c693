import type { FurtherWords } from '../../../i18n/further-words.ts'

export const linkChange: FurtherWords['linkChange'] = {
  title: 'Ein anderer Link',
  hint: 'Dieser Raum kann einen neuen Link bekommen. Bisher gesendete führen dann nicht mehr herein; wer hier ist, bleibt und hat den neuen.',
  change: 'Link ändern',
  sure: 'Den Link ändern? Bisher gesendete Links und Einladungen führen dann nicht mehr herein. Wer hier ist, bleibt.',
  yes: 'Ändern',
  no: 'Abbrechen',
  moment: 'Einen Augenblick…',
  remove: 'Entfernen und den Link ändern',
  removeSure: (name) =>
    `${name} entfernen und den Link ändern? Diese Person kann dann auch von einem anderen Gerät aus nicht zurückkommen. Bisher gesendete Links führen nicht mehr herein.`,
  removeYes: 'Entfernen und ändern',
  why: {
    beginning:
      'Der Link lässt sich ändern, sobald sich Ihre Geräte auf einen eigenen Schlüssel geeinigt haben. Das dauert einen Augenblick.',
    crowd: (most) => `Bei mehr als ${most} Personen lässt sich der Link nicht ändern.`,
    unkept:
      'Ihr Gerät hat keinen gemeinsamen Schlüssel mit den anderen und kann den Link nicht ändern. Beim erneuten Laden der Seite versucht es das noch einmal.',
  },
  failed: 'Der Link ließ sich nicht ändern und ist, wie er war. Bitte versuchen Sie es noch einmal.',
  changed: (by) =>
    by === null
      ? 'Der Link dieses Raums wurde geändert. Bisher gesendete Links führen nicht mehr herein.'
      : `${by} hat den Link dieses Raums geändert. Bisher gesendete Links führen nicht mehr herein.`,
  changedByUs: 'Sie haben den Link dieses Raums geändert. Bisher gesendete Links führen nicht mehr herein.',
  kept: 'Der Link ließ sich nicht ändern und führt weiterhin herein. Unter „Tür“ können Sie es noch einmal versuchen.',
}
