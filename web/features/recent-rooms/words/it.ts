import type { Words } from '../../../i18n/words.ts'

export const remembered: Words['remembered'] = {
  yes: 'Il tuo nome e le tue scelte restano solo in questo browser.',
  no: 'Questo browser non permette alla pagina di ricordare nulla: la prossima volta sceglierai di nuovo.',
  forget: 'Cancellali',
  forgotten: 'Cancellati.',
}
