import type { Words } from '../../../i18n/words.ts'

export const door: Words['door'] = {
  title: 'Puerta',
  state: {
    open: 'Abierta a quien tenga el enlace',
    password: 'Se necesita una contraseña',
    lobby: 'Quien llega espera en la sala de espera',
    locked: 'Cerrada con llave: no puede entrar nadie más',
  },

  waiting: (count) => (count === 1 ? '1 persona pide entrar' : `${count} personas piden entrar`),
  knocked: (name) => `${name} pide entrar`,
  see: 'Ver quién es',
  admit: 'Dejar entrar',
  admitName: (name) => `Dejar entrar a ${name}`,
  failed: 'No ha funcionado. Vuelve a intentarlo.',
}
