import type { Words } from '../../../i18n/words.ts'

export const before: Words['before'] = {
  room: (room) => `Stanza ${room}`,
  title: 'Cominciamo?',
  name: 'Il tuo nome',
  namePlaceholder: 'Il nome che vedranno gli altri',
  join: 'Entra',
  joinAsSecond: 'Entra come seconda persona',
  devices: 'Scegli i dispositivi',
  picture: 'La tua immagine',
  cameraOff: 'La videocamera è disattivata',
  cameraStarting: 'In attesa della videocamera…',
  heard: 'Il microfono ti sente.',
  speak: 'Di’ qualcosa: la barra si muove quando il microfono ti sente.',
  unmeasured: 'Il microfono è attivo; qui non è possibile misurarne il volume.',
  micOff: 'Entrerai con il microfono disattivato.',
  micStarting: 'In attesa del microfono…',
  allow: 'Forse il browser ti chiede un permesso: guarda vicino alla barra degli indirizzi.',
  guest: 'Ospite',
}

export const here: Words['here'] = {
  inRoom: 'Sei già in questa stanza, in un’altra scheda.',
  silent: 'L’altra scheda non risponde. Chiudila, oppure entra come seconda persona.',
  takeOver: 'Continua in questa scheda',
}
