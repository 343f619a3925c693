import type { KeptWords } from '../kept-words.ts'

export const kept: KeptWords = {
  title: 'Ce qui est conservé de vous',
  lead: 'Pour réunir des personnes, ce site doit savoir certaines choses pendant un moment. Les voici toutes. Il n’y a ni publicité, ni cookies, ni statistiques sur chacun, et la page ne demande rien à aucun autre site.',
  columns: { what: 'Quoi', where: 'Où', why: 'Pourquoi', until: 'Jusqu’à quand' },
  rows: ({ roomSeconds, doorDays, guessMinutes, ownerDays, relayHours }) => {
    const room = 'Dans la base de données propre au salon, sur ce site'
    const roomEnds = `${roomSeconds} secondes après le départ de la dernière personne`
    return {
      presence: {
        what: 'Votre nom, votre rôle, et votre présence dans le salon\u202f; dans un salon chiffré, le nom seulement scellé',
        where: room,
        why: 'Pour que les autres vous voient, et que vous reveniez après une coupure',
        until: roomEnds,
      },
      messages: {
        what: 'Les messages, même privés, les sondages, les votes et les notes\u202f; ceux des salons chiffrés, seulement scellés',
        where: room,
        why: 'Pour qui arrive plus tard, ou a été coupé un instant',
        until: roomEnds,
      },
      files: {
        what: 'Les fichiers\u202f: leur nom, et des morceaux en chemin d’une page à l’autre\u202f; ceux des salons chiffrés, seulement scellés',
        where: room,
        why: 'Pour qui a été coupé entre-temps',
        until: roomEnds,
      },
      keys: {
        what: 'Ce qu’il faut des clés d’un salon chiffré pour y entrer, seulement scellé',
        where: room,
        why: 'Pour que qui arrive entende et lise les autres',
        until: roomEnds,
      },
      words: {
        what: 'La clé du lien d’un salon chiffré, si six mots ont été créés pour lui, verrouillée par ces mots',
        where: `${room}\u202f; des mots, seulement une empreinte de ce qui en est tiré`,
        why: 'Pour que le salon puisse être dit à voix haute',
        until: `Jusqu’à ce qu’on les retire\u202f; sinon ${roomEnds}`,
      },
      door: {
        what: 'Qu’un salon est le vôtre, son verrou, sa salle d’attente et son mot de passe, et s’il est chiffré',
        where: `${room}\u202f; de la clé, du mot de passe et du lien, seulement des empreintes`,
        why: 'Pour que personne ne prenne votre salon',
        until: `${doorDays} jours après la dernière réunion, si deux personnes s’y sont rencontrées\u202f; sinon ${roomSeconds} secondes`,
      },
      address: {
        what: 'Votre adresse réseau, telle que ce site la voit',
        where: `${room}, sous forme d’un code que seul ce salon peut former`,
        why: 'Pour tenir à l’écart qui a été exclu, et qui devine des mots de passe',
        until: `${roomEnds}\u202f; devant un salon vide avec mot de passe, ${guessMinutes} minutes`,
      },
      owners: {
        what: 'Combien de salons sont conservés pour une adresse réseau',
        where: 'Dans la liste de ce site, l’adresse sous forme de code',
        why: 'Pour que personne ne prenne tous les noms',
        until: `Oublié au décompte suivant, ${ownerDays} jours au plus après le dernier salon`,
      },
      numbers: {
        what: 'Un numéro à la place du nom du salon, et quand quelqu’un y est venu ou en est parti, sans nom ni adresse',
        where: 'Dans les journaux de ce site et des machines qui hébergent les salons, et dans leurs listes',
        why: 'Pour trouver les pannes',
        until:
          'Aussi longtemps que qui les gère garde ses journaux\u202f; dans les listes, jusqu’au prochain démarrage du site',
      },
      media: {
        what: 'Le son et l’image',
        where: 'Dans la mémoire de la machine qui héberge le salon\u202f; chiffrés, si le salon l’est',
        why: 'Pour les transmettre',
        until: 'Transmis aussitôt, et pas conservés',
      },
      ways: {
        what: 'Votre adresse réseau, d’où viennent le son et l’image',
        where: 'Dans la mémoire de cette machine, ou du relais si vous la cachez',
        why: 'Pour vous envoyer le son et l’image des autres',
        until: 'Jusqu’à votre départ',
      },
      place: {
        what: 'À peu près où vous êtes, à cent kilomètres près',
        where: 'Avec votre connexion, là où Cloudflare fait tourner ce site',
        why: 'Pour choisir une machine près de vous',
        until: 'Jusqu’à votre départ',
      },
      relay: {
        what: 'Un laissez-passer pour le relais, avec un nom arbitraire',
        where: 'Dans la base de données du salon, et chez le relais, s’il y en a un',
        why: 'Pour que seules les personnes dans un salon s’en servent',
        until: `Il vaut ${relayHours} heures, sauf si ce site en a fixé d’autres`,
      },
      counts: {
        what: 'Combien de personnes et de réunions il y a eu chaque jour',
        where: 'Sur ce site, où chacun peut le lire',
        why: 'Pour savoir ce qu’il faut de moyens',
        until: 'Pour toujours\u202f: cela ne parle de personne',
      },
      lenders: {
        what: 'Qui prête une machine\u202f: nom, lien, lieu, et ses adresses',
        where: 'Sur ce site\u202f; nom, lien et lieu sont visibles de tous',
        why: 'Pour que vous sachiez qui héberge votre salon',
        until: 'Tant que ce site a sa liste',
      },
      browser: {
        what: 'Vos réglages, votre nom, un secret qui permet aux salons de reconnaître ce navigateur, et vos salons récents, si vous le voulez',
        where: 'Dans votre navigateur',
        why: 'Pour ne pas devoir tout redire',
        until: 'Jusqu’à ce que vous fassiez tout oublier sur la page d’accueil, ou vidiez votre navigateur',
      },
    }
  },
  seenTitle: 'Qui peut voir quoi',
  seen: ({ recoveryDays }) => [
    'Qui gère la machine qui héberge un salon voit les adresses réseau, et qui envoie combien et quand. D’un salon chiffré, il n’entend, ne voit et ne lit rien\u202f; dans un salon ouvert par son seul nom, il pourrait écouter et regarder. Il n’apprend aucun nom, ni dans l’un ni dans l’autre. Le salon dit qui c’est, et s’il est chiffré.',
    'Qui gère ce site voit qui vient dans quel salon et quand. D’un salon chiffré, il ne lit ni les noms ni ce qui est écrit\u202f: la clé est la fin du lien, que les navigateurs n’envoient à personne. Dans un salon ouvert par son seul nom, il pourrait lire ce qui est écrit, et écouter si la machine lui appartient.',
    'Une personne qu’on a fait sortir d’un salon chiffré ne peut plus rien suivre de ce qui s’y dit ou s’y écrit ensuite\u202f: les personnes présentes ont alors une nouvelle clé. Dans un très grand salon, la clé reste celle du lien, que cette personne garde\u202f; le bouclier dans le salon le dit.',
    'Qui surveille le réseau voit combien passe, et quand. La taille des paquets d’une voix et leurs pauses disent quand quelqu’un parle, et laissent deviner des mots. Avec «\u202fVoix à débit constant\u202f», ce n’est plus le cas dans un salon chiffré\u202f; que vous êtes en appel se voit toujours.',
    `Là où Cloudflare fait tourner ce site, il voit quelles adresses demandent quoi, comme tout serveur web. Les journaux en sont désactivés. Des bases de données peuvent y être remises dans un état antérieur, pendant ${recoveryDays} jours.`,
    'Un serveur web placé devant ce site peut tenir ses propres journaux\u202f: demandez à qui le gère.',
  ],
  hideTitle: 'Si vous cachez votre adresse',
  hide: [
    'Avec «\u202fCacher mon adresse\u202f», la machine qui héberge l’appel voit l’adresse d’un relais au lieu de la vôtre\u202f: qui prête une machine n’apprend donc pas où vous êtes.',
    'Le relais voit toujours votre adresse, et ce site aussi, comme tout site web. Cela ne cache ni votre visage, ni votre voix, ni votre nom\u202f; et qui surveille votre propre réseau voit que vous êtes en appel, mais pas avec qui.',
  ],
}
