import type { FurtherWords } from '../../../i18n/further-words.ts'

export const linkChange: FurtherWords['linkChange'] = {
  title: 'Un autre lien',
  hint: 'Ce salon peut recevoir un nouveau lien. Les liens déjà envoyés n’y mènent plus\u202f; les personnes présentes restent, et ont le nouveau.',
  change: 'Changer le lien',
  sure: 'Changer le lien\u202f? Les liens et les invitations déjà envoyés n’y mèneront plus. Les personnes présentes restent.',
  yes: 'Changer',
  no: 'Annuler',
  moment: 'Un instant…',
  remove: 'Faire sortir et changer le lien',
  removeSure: (name) =>
    `Faire sortir ${name} et changer le lien\u202f? Cette personne ne pourra plus revenir, même d’un autre appareil. Les liens déjà envoyés n’y mèneront plus.`,
  removeYes: 'Faire sortir et changer',
  why: {
    beginning:
      'Le lien pourra être changé dès que vos appareils se seront mis d’accord sur une clé commune. Un instant.',
    crowd: (most) => `À plus de ${most} personnes, le lien ne peut pas être changé.`,
    unkept:
      'Votre appareil n’a pas de clé commune avec les autres, et ne peut pas changer le lien. Recharger la page réessaie.',
  },
  failed: 'Le lien n’a pas pu être changé, et reste ce qu’il était. Réessayez.',
  changed: (by) =>
    by === null
      ? 'Le lien de ce salon a été changé. Les liens déjà envoyés n’y mènent plus.'
      : `${by} a changé le lien de ce salon. Les liens déjà envoyés n’y mènent plus.`,
  changedByUs: 'Vous avez changé le lien de ce salon. Les liens déjà envoyés n’y mènent plus.',
  kept: 'Le lien n’a pas pu être changé, et mène toujours au salon. Sous «\u202fPorte\u202f», vous pouvez réessayer.',
}
