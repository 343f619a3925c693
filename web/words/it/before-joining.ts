import type { Words } from '../words.ts'

export const before: Words['before'] = {
  room: (room) => `Stanza ${room}`,
  title: 'Si comincia?',
  name: 'Nome',
  namePlaceholder: 'Quello che leggeranno gli altri',
  join: 'Entrare',
  devices: 'Scegliere i dispositivi',
  picture: 'La propria immagine',
  cameraOff: 'La videocamera è spenta',
  cameraStarting: 'In attesa della videocamera…',
  heard: 'Il microfono sente la voce.',
  speak: 'Una parola per prova: la barra si muove quando il microfono la sente.',
  unmeasured: 'Il microfono è acceso; qui il suo volume non si può misurare.',
  micOff: 'L’ingresso sarà a microfono spento.',
  micStarting: 'In attesa del microfono…',
  allow: 'Forse il browser chiede un permesso: conviene guardare vicino alla barra degli indirizzi.',
  guest: 'Ospite',
}
