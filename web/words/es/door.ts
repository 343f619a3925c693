import type { Words } from '../words.ts'

export const door: Words['door'] = {
  title: 'Puerta',
  creator: 'moderación, abrió la sala',
  state: {
    open: 'Abierta a quien tenga el enlace',
    password: 'Se necesita una contraseña',
    lobby: 'Quien llega espera en la antesala',
    locked: 'Cerrada con llave: no puede entrar nadie más',
  },

  passwordTitle: 'Esta sala tiene contraseña',
  passwordText: 'Quien le ha invitado la conoce.',
  password: 'Contraseña',
  showPassword: 'Mostrar la contraseña',
  problems: {
    'wrong-password': 'No es esa. Compruebe cómo está escrita, también las mayúsculas.',
    'too-many-tries': 'Han sido muchos intentos seguidos. Espere un minuto antes del próximo.',
  },

  waitTitle: 'Está en la antesala',
  waitText: 'Entrará en cuanto alguien de la moderación le abra la puerta.',
  waitLong: 'Nadie ha abierto todavía. Puede seguir esperando, o avisar a quien le haya invitado.',

  waiting: (count) =>
    count === 1 ? '1 persona espera para entrar' : `${count} personas esperan para entrar`,
  knocked: (name) => `${name} espera para entrar`,
  see: 'Ver quién es',
  since: (time) => `desde las ${time}`,
  nobodyWaits: 'Nadie espera para entrar.',
  letIn: 'Dejar entrar',
  letInName: (name) => `Dejar entrar a ${name}`,
  letAllIn: 'Dejar entrar a todo el mundo',
  refuse: 'Rechazar',
  refuseName: (name) => `Rechazar a ${name}`,

  lobby: 'Antesala',
  lobbyHint: 'Quien llega espera a que la moderación abra.',
  lock: 'Cerrojo',
  lockHint: 'No puede entrar nadie más, ni siquiera en la antesala.',
  passwordHint: 'Quien llegue tiene que conocerla. Quienes ya están en la sala se quedan.',
  newPassword: 'Contraseña nueva',
  setPassword: 'Poner la contraseña',
  changePassword: 'Cambiar',
  removePassword: 'Quitar',
  passwordIsSet: 'La sala tiene contraseña. Essaim no la conoce y no puede volver a mostrarla.',
  /** For whoever opened the room, and for other moderators. */
  keeps:
    'Usted abrió esta sala: en cuanto dos personas se hayan reunido en ella, su puerta queda como la deje durante 30 días después de que salga la última persona.',
  keepsNot: 'Lo que cambie aquí vale hasta que hayan salido todos.',
  failed: 'No ha funcionado. Vuelva a intentarlo.',
}
