import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const privacy: FurtherWords['privacy'] = {
  title: 'Confidentialité',
  hidesAddress: 'Cacher mon adresse',
  hidesAddressHint:
    'La machine qui transmet l’appel voit l’adresse d’un relais au lieu de la vôtre. Le relais et ce site voient toujours la vôtre\u202f; ni votre visage, ni votre voix, ni votre nom ne sont cachés. Sans relais, personne ne vous entend ni ne vous voit.',
  noRelayHint:
    'Ce serveur n’offre pas de relais\u202f: avec ce réglage, personne ne vous entend ni ne vous voit, et vous n’entendez ni ne voyez personne.',
  constantRate: 'Voix à débit constant',
  constantRateAsked: 'Ce salon le demande à toutes les personnes présentes.',
  constantRateHint:
    'Votre voix part en morceaux d’une seule taille, même quand vous ne dites rien. Qui les voit passer ne peut alors en déduire ni quand vous parlez, ni deviner les mots. On voit toujours que vous êtes là, pendant combien de temps, quand vous coupez votre micro, et les images de votre caméra passent comme avant. Cela prend environ 100 kilobits par seconde. Dans un salon non chiffré, cela ne fait rien.',
}
