import type { KeptWords } from '../kept-words.ts'

export const kept: KeptWords = {
  title: 'Che cosa si conserva di te',
  lead: 'Per far incontrare le persone, questo sito deve sapere alcune cose per un po’. Eccole tutte. Non ci sono pubblicità, cookie né statistiche sui singoli, e la pagina non chiede nulla a nessun altro sito.',
  columns: { what: 'Che cosa', where: 'Dove', why: 'Perché', until: 'Fino a quando' },
  rows: ({ roomSeconds, doorDays, guessMinutes, ownerDays, relayHours }) => {
    const room = 'Nel database della stanza, su questo sito'
    const roomEnds = `${roomSeconds} secondi dopo che l’ultima persona è uscita`
    return {
      presence: {
        what: 'Il tuo nome, il tuo ruolo, e che sei nella stanza; nelle stanze cifrate, il nome solo sigillato',
        where: room,
        why: 'Perché gli altri ti vedano, e tu possa tornare dopo un’interruzione',
        until: roomEnds,
      },
      messages: {
        what: 'Messaggi, anche privati, sondaggi, voti e note; delle stanze cifrate, solo sigillati',
        where: room,
        why: 'Per chi arriva più tardi, o ha perso la connessione per un attimo',
        until: roomEnds,
      },
      files: {
        what: 'File: i loro nomi, e pezzi in viaggio da una pagina all’altra; delle stanze cifrate, solo sigillati',
        where: room,
        why: 'Per chi nel frattempo ha perso la connessione',
        until: roomEnds,
      },
      keys: {
        what: 'Ciò che serve delle chiavi di una stanza cifrata per entrarci, solo sigillato',
        where: room,
        why: 'Perché chi arriva senta e legga gli altri',
        until: roomEnds,
      },
      words: {
        what: 'La chiave del link di una stanza cifrata, se per essa sono state create sei parole, chiusa con queste parole',
        where: `${room}; delle parole, solo un’impronta di ciò che ne deriva`,
        why: 'Perché la stanza si possa dire a voce',
        until: `Finché non vengono ritirate; altrimenti ${roomEnds}`,
      },
      door: {
        what: 'Che una stanza è tua, il suo blocco, la sala d’attesa e la password, e se è cifrata',
        where: `${room}; di chiave, password e link, solo impronte`,
        why: 'Perché nessun altro prenda la tua stanza',
        until: `${doorDays} giorni dopo l’ultima riunione, se due persone si sono incontrate lì; altrimenti ${roomSeconds} secondi`,
      },
      address: {
        what: 'Il tuo indirizzo di rete, come lo vede questo sito',
        where: `${room}, come codice che solo questa stanza può formare`,
        why: 'Per tenere fuori chi è stato rimosso, e chi indovina password',
        until: `${roomEnds}; davanti a una stanza vuota con password, ${guessMinutes} minuti`,
      },
      owners: {
        what: 'Quante stanze si conservano per un indirizzo di rete',
        where: 'Nell’elenco di questo sito, l’indirizzo come codice',
        why: 'Perché nessuno prenda tutti i nomi',
        until: `Dimenticato al conteggio successivo, al massimo ${ownerDays} giorni dopo l’ultima stanza`,
      },
      numbers: {
        what: 'Un numero al posto del nome della stanza, e quando qualcuno è arrivato o uscito, senza nomi né indirizzi',
        where: 'Nei registri di questo sito e delle macchine che ospitano le stanze, e nei loro elenchi',
        why: 'Per trovare i guasti',
        until:
          'Finché chi li gestisce conserva i registri; negli elenchi, finché il sito non viene riavviato',
      },
      media: {
        what: 'Audio e video',
        where: 'Nella memoria della macchina che ospita la stanza; delle stanze cifrate, solo cifrati',
        why: 'Per trasmetterli',
        until: 'Trasmessi subito, e non conservati',
      },
      ways: {
        what: 'Il tuo indirizzo di rete, da cui arrivano audio e video',
        where: 'Nella memoria di quella macchina, o del relay se lo nascondi',
        why: 'Per mandarti audio e video degli altri',
        until: 'Fino a quando esci',
      },
      place: {
        what: 'Più o meno dove sei, con un margine di cento chilometri',
        where: 'Con la tua connessione, dove Cloudflare fa funzionare questo sito',
        why: 'Per scegliere una macchina vicina a te',
        until: 'Fino a quando esci',
      },
      relay: {
        what: 'Un lasciapassare per il relay, con un nome arbitrario',
        where: 'Nel database della stanza, e presso il relay, se ce n’è uno',
        why: 'Perché lo usino solo persone in una stanza',
        until: `Vale ${relayHours} ore, se questo sito non ha fissato altro`,
      },
      counts: {
        what: 'Quante persone e riunioni ci sono state ogni giorno',
        where: 'Su questo sito, dove chiunque può leggerlo',
        why: 'Per sapere quanto serve',
        until: 'Per sempre: non riguarda nessuno',
      },
      lenders: {
        what: 'Chi presta una macchina: nome, link, luogo e i suoi indirizzi',
        where: 'Su questo sito; nome, link e luogo sono visibili a tutti',
        why: 'Perché tu sappia chi ospita la tua stanza',
        until: 'Finché questo sito ha il suo elenco',
      },
      browser: {
        what: 'Le tue impostazioni, il tuo nome, un segreto con cui le stanze riconoscono questo browser, e le tue ultime stanze, se vuoi',
        where: 'Nel tuo browser',
        why: 'Per non dover ripetere tutto',
        until: 'Finché non fai dimenticare tutto nella pagina iniziale, o svuoti il browser',
      },
    }
  },
  seenTitle: 'Chi può vedere che cosa',
  seen: ({ recoveryDays }) => [
    'Chi gestisce la macchina che ospita una stanza vede gli indirizzi di rete, e chi invia quanto e quando. Di una stanza cifrata non sente, non vede e non legge niente; in una aperta con il solo nome potrebbe ascoltare e guardare. Non viene a sapere nomi in nessuna delle due. La stanza dice chi è, e se è cifrata.',
    'Chi gestisce questo sito vede chi entra in quale stanza e quando. Di una stanza cifrata non legge né i nomi né ciò che è scritto: la chiave è la fine del link, che i browser non inviano a nessuno. In una aperta con il solo nome potrebbe leggere ciò che è scritto, e ascoltare se la macchina è sua.',
    'Chi è stato fatto uscire da una stanza cifrata non può seguire più nulla di ciò che lì viene detto o scritto dopo: chi è nella stanza ha allora una chiave nuova. Nelle stanze molto grandi la chiave resta quella del link, che quella persona conserva; lo scudo nella stanza lo dice.',
    'Chi sorveglia la rete vede quanto passa, e quando. Le dimensioni e le pause dei pacchetti di una voce dicono quando qualcuno parla, e lasciano indovinare delle parole. Con «Voce a velocità costante» non è così, nelle stanze cifrate; che sei in chiamata si vede comunque.',
    `Dove Cloudflare fa funzionare questo sito, vede quali indirizzi chiedono che cosa, come ogni server web. I registri relativi sono disattivati. Lì i database possono tornare a uno stato precedente per ${recoveryDays} giorni.`,
    'Un server web davanti a questo sito può tenere registri propri: chiedi a chi lo gestisce.',
  ],
  hideTitle: 'Se nascondi il tuo indirizzo',
  hide: [
    'Con «Nascondi il mio indirizzo», la macchina che ospita la chiamata vede l’indirizzo di un relay invece del tuo: così chi presta una macchina non viene a sapere dove sei.',
    'Il relay vede comunque il tuo indirizzo, e anche questo sito, come ogni sito web. Non nasconde il tuo viso, la tua voce né il tuo nome; e chi sorveglia la tua rete vede che sei in chiamata, ma non con chi.',
  ],
}
