import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const swarm: FurtherWords['swarm'] = {
  lead: 'Le son et l’image passent par des nœuds\u202f: des machines que prêtent des personnes et des institutions. Voici lesquelles, et combien de personnes elles relient en ce moment.',
  nobody: 'Personne ne prête encore de nœud.',
  lender: 'Prêté par',
  people: 'Personnes',
  away: 'injoignable',
  own: (nodes) => (nodes === 1 ? 'Le nœud propre à ce site' : `Les nœuds propres à ce site (${nodes})`),
  map: (places) =>
    places === 1
      ? 'Carte avec l’emplacement d’un nœud\u202f; le tableau dit la même chose.'
      : `Carte avec l’emplacement de ${places} nœuds\u202f; le tableau dit la même chose.`,
  lendTitle: 'Prêter un nœud',
  lend: 'Une machine bien connectée suffit\u202f: il ne lui faut ni domaine, ni certificat, ni serveur web.',
  listens:
    'Elle n’apprend aucun nom de personne ni de salon, seulement les adresses réseau. Les salons ouverts par un lien entier sont chiffrés de bout en bout. Dans ceux ouverts par leur seul nom, qui prête une machine pourrait écouter et regarder.',
  lendAsk: 'Demandez une invitation à qui gère ce site\u202f: un seul long mot.',
  unnamed: 'Ce site ne dit pas qui c’est.',
  lendFetch: 'Téléchargez le programme qui tourne ici\u202f:',
  lendJoin: 'Sur votre machine, dans une copie d’Essaim, faites-la entrer avec ce mot\u202f:',
  lendStay: 'Fixez-lui une limite, si vous voulez. Elle participe tant qu’elle tourne.',
  known:
    'Qui prête un nœud est nommé ici et dans les salons que ce nœud héberge, avec le lieu indiqué, à une dizaine de kilomètres près.',
  data: 'La même chose en données brutes (JSON)',
}
