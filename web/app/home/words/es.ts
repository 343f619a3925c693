import type { HomeWords } from '../../../i18n/home-words.ts'

export const home: HomeWords['home'] = {
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
  lasts:
    'Una sala existe mientras haya alguien en ella, y luego se borra. Solo se guarda, un mes, cómo estaba puesta su puerta.',
}

export const badName: HomeWords['badName'] = {
  title: 'Ninguna sala puede llamarse así',
  text: (written) =>
    `«${written}» contiene signos que un nombre de sala no puede tener. Quizá buscas esta sala:`,
  instead: (name) => `Abrir «${name}»`,
  home: 'Elegir otro nombre',
}
