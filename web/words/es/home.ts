import type { Words } from '../words.ts'

export const home: Words['home'] = {
  title: 'Reunirse en dos clics',
  lead: 'Ponga nombre a una sala, comparta el enlace y hable. Sin cuenta, sin instalar nada.',
  roomName: 'Nombre de la sala',
  anotherName: 'Proponer otro nombre',
  open: 'Abrir la sala',
  badName: 'Un nombre tiene de 1 a 64 letras, cifras y guiones. Pruebe con otro.',
  lasts:
    'Una sala existe mientras haya alguien en ella, y luego se borra. Solo se guarda, un mes, cómo estaba puesta su puerta.',
  remembered: 'Su nombre y lo que elija solo se recuerdan en este navegador.',
  notRemembered:
    'Este navegador no deja que la página recuerde nada: la próxima vez tendrá que elegir de nuevo.',
  forget: 'Olvidarlos',
  forgotten: 'Olvidados.',
}

export const badName: Words['badName'] = {
  title: 'Ninguna sala puede llamarse así',
  text: (written) =>
    `«${written}» no es un nombre para una sala: hacen falta de 1 a 64 letras, cifras y guiones, y algunas palabras están reservadas.`,
  home: 'Elegir otro nombre',
}

export const opening: Words['opening'] = {
  waitForPanel: 'Abriendo…',
  tryAgain: 'Volver a intentarlo',
  wait: 'Abriendo la sala…',
  failedTitle: 'La página no se ha cargado por completo',
  failedText: 'Falta una parte. Compruebe su conexión y vuelva a cargar la página.',
  reload: 'Volver a cargar la página',
}

export const colophon = {
  licence: 'Software libre, AGPL-3.0 o posterior:',
  source: 'código fuente',
  licences: 'licencias',
}
