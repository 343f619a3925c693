import type { Words } from '../../../i18n/words.ts'

export const door: Words['door'] = {
  title: 'Puerta',
  creator: 'moderación, abrió la sala',
  state: {
    open: 'Abierta a quien tenga el enlace',
    password: 'Se necesita una contraseña',
    lobby: 'Quien llega espera en la sala de espera',
    locked: 'Cerrada con llave: no puede entrar nadie más',
  },

  passwordTitle: 'Esta sala tiene contraseña',
  passwordText: 'La conoce quien te ha invitado.',
  password: 'Contraseña',
  showPassword: 'Mostrar la contraseña',
  problems: {
    'wrong-password': 'No es esa. Comprueba cómo está escrita, también las mayúsculas.',
    'too-many-tries': 'Han sido muchos intentos seguidos. Espera un minuto antes del próximo.',
  },

  waitTitle: 'Estás en la sala de espera',
  waitText: 'Entrarás en cuanto alguien de la moderación te abra la puerta.',
  waitLong: 'Nadie ha abierto todavía. Puedes seguir esperando, o avisar a quien te haya invitado.',

  waiting: (count) => (count === 1 ? '1 persona pide entrar' : `${count} personas piden entrar`),
  knocked: (name) => `${name} pide entrar`,
  see: 'Ver quién es',
  since: (time) => `desde las ${time}`,
  nobodyWaits: 'Nadie pide entrar.',
  admit: 'Dejar entrar',
  admitName: (name) => `Dejar entrar a ${name}`,
  admitAll: 'Dejar entrar a todo el mundo',
  deny: 'Rechazar',
  denyName: (name) => `Rechazar a ${name}`,

  lobby: 'Sala de espera',
  lobbyHint: 'Quien llega espera a que la moderación le abra.',
  lock: 'Cerrar con llave',
  lockHint: 'No puede entrar nadie más, ni siquiera a la sala de espera.',
  passwordHint: 'Quien llegue tiene que conocerla. Quienes ya están en la sala se quedan.',
  newPassword: 'Contraseña nueva',
  setPassword: 'Poner la contraseña',
  changePassword: 'Cambiar',
  removePassword: 'Quitar',
  passwordIsSet: 'La sala tiene contraseña. Essaim no la conoce y no puede volver a mostrarla.',
  /** For whoever opened the room, and for other moderators. */
  keeps:
    'Tú abriste esta sala: en cuanto dos personas se hayan reunido en ella, su puerta queda como la dejes durante 30 días después de que salga la última persona.',
  keepsNot: 'Lo que cambies aquí vale hasta que salga la última persona.',
  failed: 'No ha funcionado. Vuelve a intentarlo.',
}
