import type { Words } from '../../../i18n/words.ts'

export const home: Words['home'] = {
  title: 'Reuniones en dos clics',
  lead: 'Pon nombre a una sala, comparte el enlace y habla. Sin cuenta, sin instalar nada.',
  roomName: 'Nombre de la sala',
  anotherName: 'Proponer otro nombre',
  open: 'Abrir la sala',
  address: 'Su dirección:',
  encrypted: 'Cifrada de extremo a extremo: su enlace es la clave.',
  byName: 'Solo con su nombre, sin cifrar',
  byNameCosts:
    'Fácil de decir en voz alta, pero quien lo adivine puede venir, y quien aloja la sala podría escuchar.',
  nothingLeft: 'Los signos solos no bastan para un nombre: hace falta una letra o una cifra.',
  reserved: (word) => `«${word}» es una palabra reservada: elige otra.`,
  tooLong: 'Un nombre tiene como máximo 64 letras y cifras. Acórtalo.',
  damagedLink: 'Este enlace no está entero: cópialo otra vez, hasta el último carácter.',
  lasts:
    'Una sala existe mientras haya alguien en ella, y luego se borra. Solo se guarda, un mes, cómo estaba puesta su puerta.',
  remembered: 'Tu nombre y lo que elijas solo se guardan en este navegador.',
  notRemembered:
    'Este navegador no deja que la página guarde nada: la próxima vez tendrás que elegir de nuevo.',
  forget: 'Borrarlos',
  forgotten: 'Borrados.',
}

export const badName: Words['badName'] = {
  title: 'Ninguna sala puede llamarse así',
  text: (written) =>
    `«${written}» contiene signos que un nombre de sala no puede tener. Quizá buscas esta sala:`,
  instead: (name) => `Abrir «${name}»`,
  home: 'Elegir otro nombre',
}
