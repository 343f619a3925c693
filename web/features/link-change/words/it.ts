import type { FurtherWords } from '../../../i18n/further-words.ts'

export const linkChange: FurtherWords['linkChange'] = {
  title: 'Un altro link',
  hint: 'Questa stanza può avere un link nuovo. Quelli già mandati non fanno più entrare; chi è qui resta, e ha quello nuovo.',
  change: 'Cambia il link',
  sure: 'Vuoi cambiare il link? I link e gli inviti già mandati non faranno più entrare. Chi è qui resta.',
  yes: 'Cambia',
  no: 'Annulla',
  moment: 'Un momento…',
  remove: 'Fai uscire e cambia il link',
  removeSure: (name) =>
    `Vuoi far uscire ${name} e cambiare il link? Questa persona non potrà tornare, nemmeno da un altro dispositivo. I link già mandati non faranno più entrare.`,
  removeYes: 'Fai uscire e cambia',
  why: {
    beginning:
      'Il link si potrà cambiare appena i dispositivi di chi è qui avranno una chiave comune. Ci vuole un momento.',
    crowd: (most) => `Con più di ${most} persone il link non si può cambiare.`,
    unkept:
      'Il tuo dispositivo non ha una chiave in comune con gli altri, e non può cambiare il link. Ricaricando la pagina si riprova.',
  },
  failed: 'Non è stato possibile cambiare il link: è quello di prima. Riprova.',
  changed: (by) =>
    by === null
      ? 'Il link di questa stanza è stato cambiato. I link già mandati non fanno più entrare.'
      : `${by} ha cambiato il link di questa stanza. I link già mandati non fanno più entrare.`,
  changedByUs: 'Hai cambiato il link di questa stanza. I link già mandati non fanno più entrare.',
  kept: 'Non è stato possibile cambiare il link, che fa ancora entrare. Sotto «Porta» puoi riprovare.',
}
