import type { HomeWords } from '../../../../i18n/home-words.ts'

export const hosts: HomeWords['hosts'] = {
  title: 'Wählen, wer den Raum bereitstellt',
  label: 'Bereitgestellt von',
  swarm: 'Der Schwarm entscheidet',
  note: 'Das gilt, wenn Sie den Raum öffnen und der Knoten dann noch Räume aufnimmt. Die Wahl wird nicht gespeichert.',
}
