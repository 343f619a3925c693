import type { Words } from '../../../i18n/words.ts'

export const swarm: Words['swarm'] = {
  link: 'Wer die Knoten bereitstellt',
  title: 'Der Schwarm',
  loading: 'Wir fragen nach…',
  failed: 'Die Liste ist nicht angekommen.',
}

export const hosts: Words['hosts'] = {
  title: 'Wählen, wer den Raum bereitstellt',
  label: 'Bereitgestellt von',
  swarm: 'Der Schwarm entscheidet',
  note: 'Das gilt, wenn Sie den Raum öffnen und der Knoten dann noch Räume aufnimmt. Die Wahl wird nicht gespeichert.',
}
