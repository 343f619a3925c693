import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const check: FurtherWords['check'] = {
  trying: 'Nous essayons de joindre le nœud depuis ici. Cela prend jusqu’à 15 secondes.',
  spent:
    'Ce lien ne sert plus\u202f: chacun vaut pour un seul essai, pendant un quart d’heure. Le nœud en donne un nouveau de lui-même.',
  failed:
    'La réponse n’est pas arrivée. Vérifiez la connexion de cet appareil\u202f; le nœud donne un nouveau lien d’ici une minute ou deux.',
  reached: (lender) =>
    `Le nœud de ${lender} est joignable et peut héberger des salons. Vous pouvez fermer cette page.`,
  closed: (lender) =>
    `Le nœud de ${lender} n’est pas joignable partout\u202f: il n’héberge encore aucun salon. Ce qu’il faut faire est indiqué ci-dessous\u202f; le nœud donnera ensuite un nouveau lien.`,
  ports: {
    reached: 'répond',
    silent: 'ne répond pas. Ouvrez-le dans le pare-feu et faites-le suivre par le routeur.',
    refused: 'refuse l’accès. Ouvrez-le dans le pare-feu et faites-le suivre par le routeur.',
    unfinished: 'répond, mais les grands paquets se perdent en route. Regardez le MTU de son réseau.',
    private: 'est une adresse privée. Le nœud devrait en annoncer une publique.',
    'no-way': 'n’a pas pu être essayé d’ici\u202f: cet appareil n’a pas de chemin vers de telles adresses.',
  },
  unlike: {
    udp: 'ne répond pas, alors que TCP répond. Laissez passer UDP dans le pare-feu\u202f; une machine à plusieurs adresses doit écouter sur celle-ci (--listen).',
    tcp: 'ne répond pas, alors que UDP répond. Laissez passer TCP dans le pare-feu.',
  },
}
