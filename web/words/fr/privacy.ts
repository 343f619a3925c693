import type { Words } from '../words.ts'

export const privacy: Words['privacy'] = {
  title: 'Confidentialité',
  hidesAddress: 'Cacher mon adresse',
  hidesAddressHint:
    'La machine qui transmet l’appel voit l’adresse d’un relais au lieu de la vôtre. Sans relais, personne ne vous entend ni ne vous voit.',
  noRelayHint:
    'Ce serveur n’offre pas de relais\u202f: avec ce réglage, personne ne vous entend ni ne vous voit, et vous n’entendez ni ne voyez personne.',
}
