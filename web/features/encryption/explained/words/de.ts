import type { FurtherWords } from '../../../../i18n/further-words.ts'

const who = (names: readonly string[]): string =>
  names.length > 2 ? `${names.length} Personen` : names.join(' und ')

export const explained: FurtherWords['explained'] = {
  forAll: 'Verschlüsselt für alle, die hier sind',
  fromLink: 'Der Schlüssel kommt aus dem Link',
  fromGroup: 'Den Schlüssel haben nur die, die hier sind',
  why: {
    beginning: 'Ihre Geräte einigen sich gerade auf einen eigenen Schlüssel. Das dauert einen Augenblick.',
    crowd: (most) =>
      `Hier sind mehr als ${most} Personen. Für so viele gibt es keinen Schlüssel, der bei jedem Kommen und Gehen wechselt.`,
    unkept:
      'Ihr Gerät konnte sich mit den anderen nicht auf einen eigenen Schlüssel einigen und verwendet den aus dem Link, bis Sie gehen. Wenn Sie die Seite neu laden, versucht es das noch einmal.',
  },
  locked:
    'Ihr Gerät verschließt, was Sie sagen, zeigen und schreiben, bevor es etwas sendet. Nur die Geräte der Personen im Raum können es wieder öffnen.',
  key: 'Der Schlüssel ist das Ende des Links, hinter dem Zeichen #. Diesen Teil senden Browser an niemanden.',
  renewed:
    'Die Geräte derer, die hier sind, einigen sich untereinander auf den Schlüssel, und bei jedem Kommen und Gehen auf einen neuen. Sonst hat ihn nie jemand.',
  compare: {
    title: 'Sechs Wörter zum Vergleichen',
    how: 'Lesen Sie einander diese Wörter vor, am besten mit einer Stimme, die Sie kennen.',
    same: 'Dieselben Wörter in derselben Reihenfolge: Sie haben denselben Schlüssel, und niemand steht zwischen Ihnen.',
    differ:
      'Andere Wörter: Wählen Sie dieselbe Sprache, warten Sie einen Augenblick und sehen Sie noch einmal nach. Sind sie immer noch verschieden, steht vielleicht jemand zwischen Ihnen. Sagen Sie dann hier nichts, was unter Ihnen bleiben soll, und schicken Sie einander den Link eines neuen Raums auf einem anderen Weg.',
    change: 'Sie wechseln bei jedem Kommen und Gehen.',
    renewed: 'Diese Wörter sind neu: Jemand ist gekommen oder gegangen.',
    language: 'Sprache der Wörter',
  },
  keptOut: 'Wer draußen bleibt',
  out: {
    carrier: 'wer den Raum bereitstellt',
    site: 'wer diese Website betreibt oder ihre Festplatten, Protokolle oder ihren Speicher liest',
    network: 'alle unterwegs: der Anbieter, das Netz der Firma, das WLAN im Café',
    removed:
      'wer aus dem Raum entfernt wurde: Was danach gesagt, gezeigt oder geschrieben wird, bleibt dieser Person verschlossen',
    late: 'wer später kommt, von dem, was vorher gesagt und gezeigt wurde; was im Chat steht, lässt sich lesen',
  },
  limits: 'Was Sie wissen sollten',
  limit: {
    link: {
      link: 'Wer den Link hat, hat den Schlüssel. Geben Sie ihn nur denen, die kommen sollen.',
      removed:
        'Wer entfernt wurde, behält den Link und damit den Schlüssel: Mit Hilfe dessen, der den Raum bereitstellt, könnte diese Person weiter mithören. Damit sie draußen bleibt, öffnen Sie einen neuen Raum und geben den anderen dessen Link.',
    },
    group: {
      link: 'Wer den Link hat, kann hereinkommen und bekommt dann einen Schlüssel. Geben Sie ihn nur denen, die kommen sollen.',
      removed:
        'Wer entfernt wurde, behält den Link und könnte unter anderem Namen zurückkommen, außer er wird geändert: „Entfernen und den Link ändern“ tut beides.',
    },
    spoken:
      'Auch sechs Wörter, die die Moderation gebildet hat, öffnen diesen Raum, solange jemand darin ist. Unter „Einladen“ lassen sie sich zurücknehmen.',
    page: 'Diese Seite selbst kommt von dieser Website. Eine Website, die eine veränderte Seite sendet, könnte mithören.',
    seen: 'Diese Website sieht weiterhin den Namen des Raums, wann und von wie vielen er verwendet wird, und die Internetadressen derer, die kommen.',
  },
  openTo: {
    carrier:
      'Was Sie sagen und zeigen, ist unterwegs geschützt. Aber wer den Raum bereitstellt, könnte mithören und zusehen, und wer diese Website betreibt, könnte mitlesen, was Sie schreiben.',
    name: 'Wer den Namen des Raums kennt oder errät, kann kommen, soweit die Tür es zulässt.',
    instead:
      'Um unter sich zu sein, öffnen Sie auf der Startseite einen neuen Raum und teilen Sie dessen Link.',
  },
  rate: {
    forAll: 'Stimmen mit gleichbleibender Rate, für alle',
    hint: 'Alle Stimmen gehen in gleich großen Stücken hinaus, auch während niemand spricht. Wer sie vorbeikommen sieht, kann daran nicht erkennen, wer wann spricht, und keine Wörter erraten. Zu sehen bleibt, wer da ist, wie lange, und wer sich stummschaltet, und die Bilder gehen hinaus wie bisher. Jede Stimme braucht etwa 100 Kilobit in der Sekunde.',
  },
  cannot:
    'Dieser Raum ist verschlüsselt, und dieser Browser kann das nicht. Ein neuerer Firefox, Chrome, Edge oder Safari kann es: Öffnen Sie den Link dort.',
  tampered:
    'Es kam etwas an, das der Schlüssel dieses Raums nicht öffnet, oder Ihnen wird etwas vorenthalten. Es wurde unterwegs beschädigt, oder jemand mischt sich ein.',
  keyNews: {
    putOut: (names) =>
      `${who(names)} ${names.length === 1 ? 'wurde' : 'wurden'} entfernt und ${names.length === 1 ? 'kann' : 'können'} von jetzt an nichts mehr mitverfolgen`,
    putOutByLink: (names) =>
      `${who(names)} ${names.length === 1 ? 'wurde' : 'wurden'} entfernt, ${names.length === 1 ? 'hat' : 'haben'} aber weiterhin den Link und damit den Schlüssel: Für alles, was dort niemand hören soll, öffnen Sie einen neuen Raum`,
    arrived: (names) =>
      `Neuer Schlüssel, seit ${who(names)} da ${names.length === 1 ? 'ist' : 'sind'}: Was vorher gesagt wurde, bleibt verschlossen; was geschrieben wurde, lässt sich lesen`,
    group: 'Den Schlüssel haben wieder nur die, die hier sind, und er wechselt bei jedem Kommen und Gehen.',
    crowd: (most) =>
      `Sie sind jetzt mehr als ${most}. Von nun an kommt der Schlüssel aus dem Link: Wer den Link hat, könnte mithören.`,
    unkept:
      'Ihr Gerät konnte sich mit den anderen nicht auf einen eigenen Schlüssel einigen. Von nun an verwendet es den aus dem Link: Wer den Link hat, könnte mithören.',
    rateConstant:
      'Alle Stimmen in diesem Raum gehen jetzt mit gleichbleibender Rate hinaus: Wer das Netz beobachtet, erkennt daran nicht, wer wann spricht. Zu sehen bleibt, dass Sie da sind und wann Sie sich stummschalten.',
    rateOwn:
      'Die Stimmen gehen nicht mehr bei allen mit gleichbleibender Rate hinaus. Es gilt wieder Ihre eigene Einstellung.',
  },
}
