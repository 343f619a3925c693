import type { Words } from '../../../i18n/words.ts'

export const remembered: Words['remembered'] = {
  yes: 'Tu nombre y lo que elijas solo se guardan en este navegador.',
  no: 'Este navegador no deja que la página guarde nada: la próxima vez tendrás que elegir de nuevo.',
  forget: 'Borrarlos',
  forgotten: 'Borrados.',
}
