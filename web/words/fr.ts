import type { Words } from './en.ts'

/** Everything that the page says, in French. U+202F, the thin no-break space, stands before high punctuation. */
export const fr: Words = {
  home: {
    title: 'Se retrouver en deux clics',
    lead: 'Nommez un salon, partagez son lien, échangez. Sans compte, sans rien installer.',
    roomName: 'Nom du salon',
    anotherName: 'Proposer un autre nom',
    open: 'Ouvrir le salon',
    badName: 'Un nom compte de 1 à 64 lettres, chiffres et tirets. Essayez-en un autre.',
    lasts: 'Un salon existe tant que quelqu’un s’y trouve, puis il est effacé.',
    remembered: 'Votre nom, vos appareils et votre langue ne sont retenus que dans ce navigateur.',
    notRemembered:
      'Ce navigateur ne permet pas à la page de retenir vos choix\u202f: ils seront à refaire la prochaine fois.',
    forget: 'Les oublier',
    forgotten: 'C’est oublié.',
  },
  badName: {
    title: 'Aucun salon ne peut porter ce nom',
    text: (written) =>
      `«\u202f${written}\u202f» ne convient pas\u202f: un nom compte de 1 à 64 lettres, chiffres et tirets, et quelques mots sont réservés.`,
    home: 'Choisir un autre nom',
  },
  opening: {
    wait: 'Ouverture du salon…',
    failedTitle: 'La page n’a pas pu se charger entièrement',
    failedText: 'Il en manque une partie. Vérifiez votre connexion, puis rechargez la page.',
    reload: 'Recharger la page',
  },
  before: {
    room: (room) => `Salon ${room}`,
    title: 'On y va\u202f?',
    name: 'Votre nom',
    namePlaceholder: 'Celui que les autres liront',
    join: 'Entrer',
    devices: 'Choisir les appareils',
    picture: 'Votre image',
    cameraOff: 'Votre caméra est éteinte',
    cameraStarting: 'En attente de votre caméra…',
    heard: 'Votre micro vous entend.',
    speak: 'Dites quelque chose\u202f: la barre bouge quand votre micro vous entend.',
    micOff: 'Vous entrerez avec le micro coupé.',
    micStarting: 'En attente de votre micro…',
    allow: 'Votre navigateur demande peut-être une autorisation\u202f: regardez près de la barre d’adresse.',
    guest: 'Sans nom',
  },
  capture: {
    microphone: {
      refused:
        'Le navigateur ne laisse pas cette page utiliser le micro. Autorisez-le près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
      missing: 'Aucun micro n’a été trouvé. Branchez-en un, ou entrez pour écouter.',
      busy: 'Un autre programme utilise le micro. Fermez-le, puis choisissez «\u202fRéessayer\u202f».',
      unsupported: 'Ici, ce navigateur ne donne pas de micro aux pages. L’adresse doit commencer par https.',
      failed: 'Le micro n’a pas démarré. Choisissez-en un autre, ou «\u202fRéessayer\u202f».',
    },
    camera: {
      refused:
        'Le navigateur ne laisse pas cette page utiliser la caméra. Autorisez-la près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
      missing: 'Aucune caméra n’a été trouvée. Vous pouvez entrer sans.',
      busy: 'Un autre programme utilise la caméra. Fermez-le, puis choisissez «\u202fRéessayer\u202f».',
      unsupported: 'Ici, ce navigateur ne donne pas de caméra aux pages. L’adresse doit commencer par https.',
      failed: 'La caméra n’a pas démarré. Choisissez-en une autre, ou «\u202fRéessayer\u202f».',
    },
    both: {
      refused:
        'Le navigateur ne laisse cette page utiliser ni micro ni caméra. Autorisez-les près de la barre d’adresse, puis choisissez «\u202fRéessayer\u202f».',
      missing: 'Ni micro ni caméra n’ont été trouvés. Branchez-en, ou entrez pour écouter et regarder.',
      unsupported:
        'Ici, ce navigateur ne donne ni micro ni caméra aux pages. L’adresse doit commencer par https.',
    },
    tryAgain: 'Réessayer',
  },
  devices: {
    microphone: 'Micro',
    camera: 'Caméra',
    speaker: 'Haut-parleur',
    numbered: (kind, number) => `${kind} ${number}`,
    none: 'Aucun appareil trouvé',
  },
  room: {
    controls: 'Commandes',
    people: 'Personnes dans le salon',
    mute: 'Couper le micro',
    unmute: 'Ouvrir le micro',
    startCamera: 'Allumer la caméra',
    stopCamera: 'Éteindre la caméra',
    copyLink: 'Copier le lien',
    copied: 'Copié',
    more: 'Plus',
    leave: 'Quitter',
    you: 'vous',
    moderator: 'modération',
    muted: 'micro coupé',
    noMicrophone: 'sans micro',
    speaking: 'parle',
    hear: 'Cliquer pour entendre les autres',
    dismiss: 'Masquer',
    microphoneKey: 'M',
    cameraKey: 'V',
  },
  screens: {
    share: 'Partager l’écran',
    stop: 'Arrêter le partage',
    of: (name) => `Écran de ${name}`,
    own: 'Votre écran',
    fullScreen: 'Plein écran',
    failed: 'Votre écran n’a pas pu être partagé. Réessayez, ou choisissez une autre fenêtre.',
  },
  quality: {
    title: 'Qualité de l’image',
    names: { auto: 'Automatique', low: 'Basse', audio: 'Son seul' },
    hints: {
      auto: 'Aussi nette que votre écran et votre réseau le permettent.',
      low: 'De petites images, pour un réseau lent ou coûteux.',
      audio: 'Pas de visages, et votre caméra s’éteint. Les écrans partagés restent, moins nets.',
    },
  },
  first: {
    title: 'Il n’y a encore que vous',
    text: 'Partagez le lien\u202f:',
    link: 'Lien vers ce salon',
    share: 'Partager',
  },
  notice: {
    joining: 'Entrée dans le salon…',
    joiningLong:
      'L’entrée prend plus de temps que d’habitude. Vérifiez votre connexion, ou rechargez la page.',
    reconnecting:
      'La connexion a été coupée. Vous êtes toujours dans le salon, elle est en train de revenir…',
    reconnectingLong:
      'La connexion est toujours coupée. Vérifiez votre réseau\u202f; l’appel reprendra de lui-même à son retour.',
    starting: 'Mise en place du son et de l’image…',
    startingLong:
      'Le son et l’image tardent. Un pare-feu les retient peut-être\u202f; un autre réseau peut aider.',
    mediaReconnecting: 'Le son et l’image ont été coupés, ils sont en train de revenir…',
    mediaReconnectingLong: 'Le son et l’image manquent encore. Ils reviendront d’eux-mêmes dès que possible.',
    waiting:
      'Aucun serveur ne porte le son et l’image en ce moment. Le salon reste ouvert, et l’appel reprendra de lui-même.',
    unsupported:
      'Ce navigateur ne peut pas porter le son et l’image. Un Firefox, Chrome, Edge ou Safari récent le peut.',
  },
  more: {
    title: 'Plus',
    close: 'Fermer',
    back: 'Retour',
    people: (count) => (count < 2 ? `${count} personne` : `${count} personnes`),
    settings: 'Appareils et réglages',
    lock: 'Verrouiller le salon',
    unlock: 'Déverrouiller le salon',
    lockHint: 'Tant qu’il est verrouillé, personne d’autre ne peut entrer.',
    locked: 'Le salon est verrouillé\u202f: personne d’autre ne peut entrer.',
    lockFailed: 'Le verrou n’a pas changé. Essayez encore.',
    language: 'Langue',
    theme: 'Couleurs',
    themes: { auto: 'Comme le système', light: 'Claires', dark: 'Sombres' },
    keys: 'Touches\u202f: M pour le micro, V pour la caméra, Échap pour fermer.',
  },
  arrivals: {
    arrived: (names) =>
      names.length > 2
        ? `${names.length} personnes sont arrivées`
        : `Dans le salon\u202f: ${names.join(' et ')}`,
    gone: (names) =>
      names.length > 2
        ? `${names.length} personnes sont parties`
        : `Plus dans le salon\u202f: ${names.join(' et ')}`,
  },
  after: {
    left: { title: (room) => `Vous avez quitté ${room}`, text: 'Votre micro et votre caméra sont éteints.' },
    locked: {
      title: 'Ce salon est verrouillé',
      text: 'Une personne à l’intérieur peut l’ouvrir. Demandez-lui, puis réessayez.',
    },
    full: { title: 'Ce salon est plein', text: 'Réessayez quand quelqu’un en sera sorti.' },
    replaced: {
      title: 'Vous êtes dans ce salon dans un autre onglet',
      text: 'L’appel s’y poursuit. Vous pouvez aussi le ramener ici.',
    },
    outdated: {
      title: 'Une nouvelle version d’Essaim est là',
      text: 'Cette page est plus ancienne que le salon. Rechargez-la pour entrer.',
    },
    busy: { title: 'Trop d’essais en peu de temps', text: 'Attendez une minute, puis réessayez.' },
    failed: {
      title: 'Le salon n’a pas pu s’ouvrir',
      text: 'La faute est de notre côté. Réessayez dans un instant.',
    },
    comeBack: 'Revenir',
    tryAgain: 'Réessayer',
    here: 'Utiliser cet onglet',
    reload: 'Recharger la page',
    home: 'Un autre salon',
  },
}
