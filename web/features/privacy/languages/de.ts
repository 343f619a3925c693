import type { KeptWords } from '../kept-words.ts'

export const kept: KeptWords = {
  title: 'Was von Ihnen gespeichert wird',
  lead: 'Um Personen zusammenzubringen, muss diese Seite manches eine Zeit lang wissen. Hier steht alles. Es gibt keine Werbung, keine Cookies und keine Statistik über Einzelne, und die Seite fragt keine andere nach irgendetwas.',
  columns: { what: 'Was', where: 'Wo', why: 'Warum', until: 'Bis wann' },
  rows: ({ roomSeconds, doorDays, guessMinutes, ownerDays, relayHours }) => {
    const room = 'In der eigenen Datenbank des Raums auf dieser Seite'
    const roomEnds = `${roomSeconds} Sekunden, nachdem die letzte Person gegangen ist`
    return {
      presence: {
        what: 'Ihr Name, Ihre Rolle, und dass Sie im Raum sind; in verschlüsselten Räumen der Name nur versiegelt',
        where: room,
        why: 'Damit die anderen Sie sehen und Sie nach einer Unterbrechung zurückkommen',
        until: roomEnds,
      },
      messages: {
        what: 'Nachrichten, auch private, Umfragen, Stimmen und Notizen; aus verschlüsselten Räumen nur versiegelt',
        where: room,
        why: 'Für alle, die später kommen oder kurz unterbrochen waren',
        until: roomEnds,
      },
      files: {
        what: 'Dateien: ihre Namen, und Stücke davon auf dem Weg von Browser zu Browser; aus verschlüsselten Räumen nur versiegelt',
        where: room,
        why: 'Für alle, die unterdessen unterbrochen waren',
        until: roomEnds,
      },
      keys: {
        what: 'Was man von den Schlüsseln eines verschlüsselten Raums braucht, um dazuzukommen, nur versiegelt',
        where: room,
        why: 'Damit, wer kommt, die anderen hört und liest',
        until: roomEnds,
      },
      words: {
        what: 'Der Schlüssel im Link eines verschlüsselten Raums, wenn sechs Wörter für ihn gebildet wurden, mit diesen Wörtern verschlossen',
        where: `${room}; von den Wörtern nur eine Prüfsumme dessen, was sich aus ihnen ergibt`,
        why: 'Damit man den Raum laut weitersagen kann',
        until: `Bis sie zurückgenommen werden; sonst ${roomEnds}`,
      },
      door: {
        what: 'Dass ein Raum Ihnen gehört, sein Schloss, sein Warteraum und sein Passwort, und ob er verschlüsselt ist',
        where: `${room}; von Schlüssel, Passwort und Link nur Prüfsummen`,
        why: 'Damit niemand anders Ihren Raum nimmt',
        until: `${doorDays} Tage nach dem letzten Treffen, wenn zwei Personen darin waren; sonst ${roomSeconds} Sekunden`,
      },
      address: {
        what: 'Ihre Netzwerkadresse, wie diese Seite sie sieht',
        where: `${room}, als Code, den nur dieser Raum bilden kann`,
        why: 'Um fernzuhalten, wer entfernt wurde und wer Passwörter rät',
        until: `${roomEnds}; vor einem leeren Raum mit Passwort ${guessMinutes} Minuten`,
      },
      owners: {
        what: 'Wie viele Räume für eine Netzwerkadresse aufgehoben werden',
        where: 'In der Liste dieser Seite, die Adresse als Code',
        why: 'Damit niemand alle Namen nimmt',
        until: `Beim nächsten Zählen vergessen, höchstens ${ownerDays} Tage nach dem letzten Raum`,
      },
      numbers: {
        what: 'Eine Nummer anstelle des Raumnamens, und wann dort jemand kam oder ging, ohne Namen und Adressen',
        where:
          'In den Protokollen dieser Seite und der Rechner, die Räume bereitstellen, und in ihren Listen',
        why: 'Um Fehler zu finden',
        until: 'Solange ihre Betreiber Protokolle aufheben; in den Listen, bis die Seite neu gestartet wird',
      },
      media: {
        what: 'Ton und Bild',
        where:
          'Im Arbeitsspeicher des Rechners, der den Raum bereitstellt; aus verschlüsselten Räumen nur verschlüsselt',
        why: 'Um sie weiterzugeben',
        until: 'Sofort weitergegeben und nicht gespeichert',
      },
      ways: {
        what: 'Ihre Netzwerkadresse, von der Ton und Bild kommen',
        where: 'Im Arbeitsspeicher dieses Rechners, oder des Relais, wenn Sie sie verbergen',
        why: 'Um Ihnen Ton und Bild der anderen zu schicken',
        until: 'Bis Sie gehen',
      },
      place: {
        what: 'Ungefähr, wo Sie sind, auf hundert Kilometer genau',
        where: 'Bei Ihrer Verbindung, wo Cloudflare diese Seite betreibt',
        why: 'Um einen Rechner in Ihrer Nähe zu wählen',
        until: 'Bis Sie gehen',
      },
      relay: {
        what: 'Ein Zugang zum Relais, mit einem beliebigen Namen',
        where: 'In der Datenbank des Raums und beim Relais, wenn es eines gibt',
        why: 'Damit nur Personen in Räumen es verwenden',
        until: `Er gilt ${relayHours} Stunden, wenn diese Seite nichts anderes festgelegt hat`,
      },
      counts: {
        what: 'Wie viele Personen und Konferenzen es an jedem Tag gab',
        where: 'Auf dieser Seite, für alle zu lesen',
        why: 'Um zu wissen, wie viel gebraucht wird',
        until: 'Für immer: Es geht um niemanden',
      },
      lenders: {
        what: 'Wer einen Rechner bereitstellt: Name, Link, Ort und seine Adressen',
        where: 'Auf dieser Seite; Name, Link und Ort sehen alle',
        why: 'Damit Sie wissen, wer Ihren Raum bereitstellt',
        until: 'Solange diese Seite ihre Liste hat',
      },
      browser: {
        what: 'Ihre Einstellungen, Ihr Name, ein Geheimnis, an dem Räume diesen Browser wiedererkennen, und Ihre letzten Räume, wenn Sie möchten',
        where: 'In Ihrem Browser',
        why: 'Damit Sie nicht alles zweimal sagen müssen',
        until: 'Bis Sie es auf der Startseite vergessen lassen oder Ihren Browser leeren',
      },
    }
  },
  seenTitle: 'Wer was sehen kann',
  seen: ({ recoveryDays }) => [
    'Wer den Rechner betreibt, der einen Raum bereitstellt, sieht Netzwerkadressen und wer wann wie viel sendet. Aus einem verschlüsselten Raum hört, sieht und liest er nichts; in einem Raum, der allein mit seinem Namen offen ist, könnte er mithören und zusehen. Namen erfährt er in keinem. Der Raum sagt, wer es ist und ob er verschlüsselt ist.',
    'Wer diese Seite betreibt, sieht, wer wann in welchen Raum kommt. Aus einem verschlüsselten Raum liest er weder Namen noch Geschriebenes: Der Schlüssel ist das Ende des Links, das Browser niemandem senden. In einem Raum, der allein mit seinem Namen offen ist, könnte er Geschriebenes lesen und, wenn ihm der Rechner gehört, mithören.',
    'Wer aus einem verschlüsselten Raum entfernt wurde, kann nichts mehr mitverfolgen, was dort danach gesagt oder geschrieben wird: Wer im Raum ist, hat dann einen neuen Schlüssel. In sehr großen Räumen bleibt es der aus dem Link, den diese Person weiterhin hat; der Schild im Raum sagt es.',
    'Wer das Netz beobachtet, sieht, wie viel wann vorbeikommt. Größe und Abstände der Pakete einer Stimme verraten, wann jemand spricht, und lassen Wörter erraten. Mit „Stimme mit gleichbleibender Rate“ tun sie das in verschlüsselten Räumen nicht; dass Sie ein Gespräch führen, bleibt zu sehen.',
    `Wo Cloudflare diese Seite betreibt, sieht es, welche Adressen was anfragen, wie jeder Webserver. Protokolle davon sind ausgeschaltet. Datenbanken lassen sich dort ${recoveryDays} Tage lang auf einen früheren Stand zurücksetzen.`,
    'Ein Webserver vor dieser Seite kann eigene Protokolle führen: Fragen Sie, wer ihn betreibt.',
  ],
  hideTitle: 'Wenn Sie Ihre Adresse verbergen',
  hide: [
    'Mit „Meine Adresse verbergen“ sieht der Rechner, der das Gespräch bereitstellt, die Adresse eines Relais statt Ihrer: Wer einen Rechner bereitstellt, erfährt so nicht, wo Sie sind.',
    'Das Relais sieht Ihre Adresse weiterhin, und diese Seite auch, wie jede Website. Verborgen werden weder Ihr Gesicht noch Ihre Stimme noch Ihr Name; und wer Ihr eigenes Netz beobachtet, sieht, dass Sie ein Gespräch führen, aber nicht mit wem.',
  ],
}
