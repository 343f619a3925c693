import type { HomeWords } from '../../../../i18n/home-words.ts'

export const recent: HomeWords['recent'] = {
  title: 'Le tue ultime stanze',
  remembered: 'Le tue ultime stanze restano su questo dispositivo, con i loro link.',
  stop: 'Cancellale e non ricordarne altre',
  start: 'Ricorda le mie ultime stanze su questo dispositivo',
}
