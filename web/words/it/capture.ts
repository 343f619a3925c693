import type { Words } from '../words.ts'

export const capture: Words['capture'] = {
  microphone: {
    refused:
      'Il browser non permette a questa pagina di usare il microfono. Occorre autorizzarlo vicino alla barra degli indirizzi, poi scegliere «Riprovare».',
    missing: 'Nessun microfono trovato. Se ne può collegare uno, oppure entrare e ascoltare.',
    busy: 'Un altro programma sta usando il microfono. Occorre chiuderlo, poi scegliere «Riprovare».',
    unsupported: 'Qui il browser non dà il microfono alle pagine. L’indirizzo deve cominciare con https.',
    failed: 'Il microfono non si è avviato. Se ne può scegliere un altro, o «Riprovare».',
    untreated: 'La riduzione del rumore più forte non si è avviata. La voce si sente senza.',
    unchanged: 'Quel microfono non si è avviato. Resta in uso il precedente.',
    revoked:
      'Il browser ha ritirato il permesso per il microfono: la voce non arriva a nessuno. Occorre autorizzarlo vicino alla barra degli indirizzi, poi scegliere «Riprovare».',
    unplugged:
      'Il microfono non c’è più e non ce n’è un altro: la voce non arriva a nessuno. Occorre ricollegarlo, poi scegliere «Riprovare».',
    stopped: 'Il microfono si è fermato: la voce non arriva a nessuno. «Riprovare» lo riavvia.',
    standIn: (name) => `Il microfono non c’è più. Ora ne è in uso un altro: ${name}.`,
  },
  camera: {
    refused:
      'Il browser non permette a questa pagina di usare la videocamera. Occorre autorizzarla vicino alla barra degli indirizzi, poi scegliere «Riprovare».',
    missing: 'Nessuna videocamera trovata. Si può entrare senza.',
    busy: 'Un altro programma sta usando la videocamera. Occorre chiuderlo, poi scegliere «Riprovare».',
    unsupported: 'Qui il browser non dà la videocamera alle pagine. L’indirizzo deve cominciare con https.',
    failed: 'La videocamera non si è avviata. Se ne può scegliere un’altra, o «Riprovare».',
    treating: 'La videocamera resta spenta finché lo sfondo non è sfocato.',
    untreated: 'Non è stato possibile sfocare lo sfondo: la videocamera resta spenta.',
    unchanged: 'Quella videocamera non si è avviata. Resta in uso la precedente.',
    revoked:
      'Il browser ha ritirato il permesso per la videocamera: l’immagine non arriva a nessuno. Occorre autorizzarla vicino alla barra degli indirizzi, poi scegliere «Riprovare».',
    unplugged:
      'La videocamera non c’è più: l’immagine non arriva a nessuno. Occorre ricollegarla, poi scegliere «Riprovare».',
    stopped: 'La videocamera si è fermata: l’immagine non arriva a nessuno. «Riprovare» la riavvia.',
  },
  both: {
    revoked:
      'Il browser ha ritirato il permesso per microfono e videocamera: né voce né immagine arrivano a nessuno. Occorre autorizzarli vicino alla barra degli indirizzi, poi scegliere «Riprovare».',
    refused:
      'Il browser non permette a questa pagina di usare né microfono né videocamera. Occorre autorizzarli vicino alla barra degli indirizzi, poi scegliere «Riprovare».',
    missing:
      'Né microfono né videocamera trovati. Si possono collegare, oppure entrare per ascoltare e guardare.',
    unsupported:
      'Qui il browser non dà né microfono né videocamera alle pagine. L’indirizzo deve cominciare con https.',
  },
  withheld: {
    both: 'Microfono e videocamera sono spenti: un link non può accenderli da solo.',
    microphone: 'Il microfono è spento: un link non può accenderlo da solo.',
    camera: 'La videocamera è spenta: un link non può accenderla da solo.',
  },
  useOther: (name) => `Usare ${name}`,
  turnOn: 'Accendere',
  withoutBlur: 'Accendere la videocamera senza sfocatura',
  tryAgain: 'Riprovare',
}
