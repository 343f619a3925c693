import type { FurtherWords } from '../../../i18n/further-words.ts'

export const linkChange: FurtherWords['linkChange'] = {
  title: 'Otro enlace',
  hint: 'Esta sala puede tener un enlace nuevo. Los que se enviaron antes ya no sirven para entrar; quienes están aquí se quedan, y tienen el nuevo.',
  change: 'Cambiar el enlace',
  sure: '¿Cambiar el enlace? Los enlaces e invitaciones enviados antes ya no servirán para entrar. Quienes están aquí se quedan.',
  yes: 'Cambiar',
  no: 'Cancelar',
  moment: 'Un momento…',
  remove: 'Expulsar y cambiar el enlace',
  removeSure: (name) =>
    `¿Expulsar a ${name} y cambiar el enlace? Esta persona no podrá volver, ni siquiera desde otro dispositivo. Los enlaces enviados antes ya no servirán para entrar.`,
  removeYes: 'Expulsar y cambiar',
  why: {
    beginning:
      'El enlace se podrá cambiar en cuanto vuestros dispositivos hayan acordado una clave común. Tarda un momento.',
    crowd: (most) => `Con más de ${most} personas no se puede cambiar el enlace.`,
    unkept:
      'Tu dispositivo no tiene una clave común con los demás y no puede cambiar el enlace. Al recargar la página lo intenta otra vez.',
  },
  failed: 'No se ha podido cambiar el enlace: es el de antes. Inténtalo otra vez.',
  changed: (by) =>
    by === null
      ? 'Se ha cambiado el enlace de esta sala. Los enlaces enviados antes ya no sirven para entrar.'
      : `${by} ha cambiado el enlace de esta sala. Los enlaces enviados antes ya no sirven para entrar.`,
  changedByUs: 'Has cambiado el enlace de esta sala. Los enlaces enviados antes ya no sirven para entrar.',
  kept: 'No se ha podido cambiar el enlace, y aún sirve para entrar. En «Puerta» puedes intentarlo otra vez.',
}
