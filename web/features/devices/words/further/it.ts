import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const privacy: FurtherWords['privacy'] = {
  title: 'Privacy',
  hidesAddress: 'Nascondi il mio indirizzo',
  hidesAddressHint:
    'La macchina che trasmette la chiamata vede l’indirizzo di un relay invece del tuo. Il relay e questo sito vedono ancora il tuo; viso, voce e nome non sono nascosti. Senza relay, nessuno ti sente né ti vede.',
  noRelayHint:
    'Questo server non offre relay: con l’opzione attiva nessuno ti sente né ti vede, e tu non senti né vedi nessuno.',
  constantRate: 'Voce a velocità costante',
  constantRateAsked: 'Questa stanza lo chiede a tutti i presenti.',
  constantRateHint:
    'La tua voce parte in pezzi tutti della stessa misura, anche quando non dici nulla. Chi li vede passare non può capire da lì quando parli, né indovinare le parole. Si vede ancora che ci sei, per quanto tempo, quando disattivi il microfono, e le immagini della videocamera passano come prima. Occupa circa 100 kilobit al secondo. Nelle stanze non cifrate non fa nulla.',
}

export const devices: FurtherWords['devices'] = {
  microphone: 'Microfono',
  camera: 'Videocamera',
  speaker: 'Altoparlante',
  numbered: (kind, number) => `${kind} ${number}`,
  none: 'Nessun dispositivo trovato',
}

export const sound: FurtherWords['sound'] = {
  title: 'Audio',
  echoCancellation: 'Elimina l’eco',
  echoCancellationHint: 'Tienilo attivo, tranne con le cuffie.',
  noiseSuppression: 'Riduci il rumore',
  noiseSuppressionHint: 'Per la voce. Disattivalo per la musica.',
  strongNoiseSuppression: 'Riduci di più il rumore',
  strongNoiseSuppressionHint:
    'Tastiere, strade, ventole. Avviene su questo dispositivo, che lavora un po’ di più.',
  autoGainControl: 'Uniforma il volume',
  test: 'Riproduci un suono di prova',
  testFailed: 'Quell’altoparlante non ha suonato. Scegline un altro.',
}

export const picture: FurtherWords['picture'] = {
  title: 'Immagine',
  blursBackground: 'Sfoca lo sfondo',
  blursBackgroundHint: 'Avviene su questo dispositivo: nessuno riceve ciò che hai dietro.',
}

export const capture: FurtherWords['capture'] = {
  microphone: {
    refused:
      'Il browser non permette a questa pagina di usare il microfono. Autorizzalo vicino alla barra degli indirizzi, poi scegli «Riprova».',
    missing: 'Nessun microfono trovato. Collegane uno, oppure entra e ascolta.',
    busy: 'Un altro programma sta usando il microfono. Chiudilo, poi scegli «Riprova».',
    unsupported: 'Qui il browser non concede il microfono. L’indirizzo deve cominciare con https.',
    failed: 'Il microfono non si è avviato. Scegline un altro, o «Riprova».',
    untreated: 'La riduzione più forte del rumore non si è avviata. Ti sentono senza.',
    unchanged: 'Quel microfono non si è avviato. Resta in uso il precedente.',
    revoked:
      'Il browser ha ritirato il permesso per il microfono: nessuno ti sente. Autorizzalo vicino alla barra degli indirizzi, poi scegli «Riprova».',
    unplugged:
      'Il microfono non è più collegato e non ce n’è un altro: nessuno ti sente. Ricollegalo, poi scegli «Riprova».',
    stopped: 'Il microfono si è fermato: nessuno ti sente. Scegli «Riprova» per farti sentire.',
    standIn: (name) => `Il microfono non è più collegato. Ora ne usi un altro: ${name}.`,
  },
  camera: {
    refused:
      'Il browser non permette a questa pagina di usare la videocamera. Autorizzala vicino alla barra degli indirizzi, poi scegli «Riprova».',
    missing: 'Nessuna videocamera trovata. Puoi entrare senza.',
    busy: 'Un altro programma sta usando la videocamera. Chiudilo, poi scegli «Riprova».',
    unsupported: 'Qui il browser non concede la videocamera. L’indirizzo deve cominciare con https.',
    failed: 'La videocamera non si è avviata. Scegline un’altra, o «Riprova».',
    treating: 'La videocamera resta disattivata finché lo sfondo non è sfocato.',
    untreated: 'Non è stato possibile sfocare lo sfondo: la videocamera resta disattivata.',
    unchanged: 'Quella videocamera non si è avviata. Resta in uso la precedente.',
    revoked:
      'Il browser ha ritirato il permesso per la videocamera: nessuno ti vede. Autorizzala vicino alla barra degli indirizzi, poi scegli «Riprova».',
    unplugged: 'La videocamera non è più collegata: nessuno ti vede. Ricollegala, poi scegli «Riprova».',
    stopped: 'La videocamera si è fermata: nessuno ti vede. Scegli «Riprova» per farti vedere.',
  },
  both: {
    revoked:
      'Il browser ha ritirato il permesso per microfono e videocamera: nessuno ti sente né ti vede. Autorizzali vicino alla barra degli indirizzi, poi scegli «Riprova».',
    refused:
      'Il browser non permette a questa pagina di usare né microfono né videocamera. Autorizzali vicino alla barra degli indirizzi, poi scegli «Riprova».',
    missing: 'Né microfono né videocamera trovati. Collegane uno, oppure entra per ascoltare e guardare.',
    unsupported:
      'Qui il browser non concede né microfono né videocamera. L’indirizzo deve cominciare con https.',
  },
  withheld: {
    both: 'Microfono e videocamera sono disattivati: un link non può attivarli da solo.',
    microphone: 'Il microfono è disattivato: un link non può attivarlo da solo.',
    camera: 'La videocamera è disattivata: un link non può attivarla da solo.',
  },
  useOther: (name) => `Usa ${name}`,
  turnOn: 'Attiva',
  withoutBlur: 'Attiva la videocamera senza sfocatura',
  tryAgain: 'Riprova',
}
