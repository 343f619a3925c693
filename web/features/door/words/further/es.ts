import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const door: FurtherWords['door'] = {
  creator: 'moderación, abrió la sala',
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
  since: (time) => `desde las ${time}`,
  nobodyWaits: 'Nadie pide entrar.',
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
}
