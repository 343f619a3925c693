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

export const devices: FurtherWords['devices'] = {
  microphone: 'Micro',
  camera: 'Caméra',
  speaker: 'Haut-parleur',
  numbered: (kind, number) => `${kind} ${number}`,
  none: 'Aucun appareil trouvé',
}

export const sound: FurtherWords['sound'] = {
  title: 'Son',
  echoCancellation: 'Supprimer l’écho',
  echoCancellationHint: 'À garder, sauf si vous portez un casque.',
  noiseSuppression: 'Réduire le bruit',
  noiseSuppressionHint: 'Pour la voix. À désactiver pour la musique.',
  strongNoiseSuppression: 'Réduire davantage le bruit',
  strongNoiseSuppressionHint:
    'Claviers, rue, ventilateurs. Tout se fait sur votre appareil, qui travaille un peu plus.',
  autoGainControl: 'Égaliser le volume',
  test: 'Jouer un son d’essai',
  testFailed: 'Ce haut-parleur n’a rien joué. Choisissez-en un autre.',
}

export const picture: FurtherWords['picture'] = {
  title: 'Image',
  blursBackground: 'Flouter l’arrière-plan',
  blursBackgroundHint: 'Tout se fait sur votre appareil\u202f: personne ne reçoit votre arrière-plan.',
}

export const capture: FurtherWords['capture'] = {
  microphone: {
    refused:
      'Le navigateur ne laisse pas cette page utiliser le micro. Autorisez-le près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
    missing: 'Aucun micro n’a été trouvé. Branchez-en un, ou rejoignez le salon pour écouter.',
    busy: 'Un autre programme utilise le micro. Fermez-le, puis choisissez «\u202fRéessayer\u202f».',
    unsupported: 'Ici, le navigateur ne donne pas accès au micro. L’adresse doit commencer par https.',
    failed: 'Le micro n’a pas démarré. Choisissez-en un autre, ou «\u202fRéessayer\u202f».',
    untreated: 'La réduction de bruit renforcée n’a pas démarré. On vous entend sans elle.',
    unchanged: 'Ce micro n’a pas démarré. Le précédent continue.',
    revoked:
      'Le navigateur a repris l’autorisation d’utiliser le micro\u202f: personne ne vous entend. Autorisez-le près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
    unplugged:
      'Votre micro n’est plus branché et il n’y en a pas d’autre\u202f: personne ne vous entend. Rebranchez-le, puis choisissez «\u202fRéessayer\u202f».',
    stopped:
      'Votre micro s’est arrêté\u202f: personne ne vous entend. Choisissez «\u202fRéessayer\u202f» pour qu’on vous entende.',
    standIn: (name) => `Votre micro n’est plus branché. Un autre prend le relais\u202f: ${name}.`,
  },
  camera: {
    refused:
      'Le navigateur ne laisse pas cette page utiliser la caméra. Autorisez-la près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
    missing: 'Aucune caméra n’a été trouvée. Vous pouvez rejoindre le salon sans.',
    busy: 'Un autre programme utilise la caméra. Fermez-le, puis choisissez «\u202fRéessayer\u202f».',
    unsupported: 'Ici, le navigateur ne donne pas accès à la caméra. L’adresse doit commencer par https.',
    failed: 'La caméra n’a pas démarré. Choisissez-en une autre, ou «\u202fRéessayer\u202f».',
    treating: 'Votre caméra reste coupée jusqu’à ce que l’arrière-plan soit flouté.',
    untreated: 'L’arrière-plan n’a pas pu être flouté\u202f: votre caméra reste coupée.',
    unchanged: 'Cette caméra n’a pas démarré. La précédente continue.',
    revoked:
      'Le navigateur a repris l’autorisation d’utiliser la caméra\u202f: personne ne vous voit. Autorisez-la près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
    unplugged:
      'Votre caméra n’est plus branchée\u202f: personne ne vous voit. Rebranchez-la, puis choisissez «\u202fRéessayer\u202f».',
    stopped:
      'Votre caméra s’est arrêtée\u202f: personne ne vous voit. Choisissez «\u202fRéessayer\u202f» pour qu’on vous voie.',
  },
  both: {
    revoked:
      'Le navigateur a repris l’autorisation d’utiliser le micro et la caméra\u202f: personne ne vous entend ni ne vous voit. Autorisez-les près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
    refused:
      'Le navigateur ne laisse cette page utiliser ni micro ni caméra. Autorisez-les près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
    missing:
      'Ni micro ni caméra n’ont été trouvés. Branchez-en, ou rejoignez le salon pour écouter et regarder.',
    unsupported:
      'Ici, le navigateur ne donne accès ni au micro ni à la caméra. L’adresse doit commencer par https.',
  },
  withheld: {
    both: 'Votre micro et votre caméra sont coupés\u202f: un lien ne peut pas les activer de lui-même.',
    microphone: 'Votre micro est coupé\u202f: un lien ne peut pas l’activer de lui-même.',
    camera: 'Votre caméra est coupée\u202f: un lien ne peut pas l’activer de lui-même.',
  },
  useOther: (name) => `Utiliser ${name}`,
  turnOn: 'Activer',
  withoutBlur: 'Activer la caméra sans flou',
  tryAgain: 'Réessayer',
}
