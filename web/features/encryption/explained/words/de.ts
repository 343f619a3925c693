import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const explained: FurtherWords['explained'] = {
  forAll: 'Verschlüsselt für alle, die hier sind',
  fromLink: 'Der Schlüssel kommt aus dem Link',
  locked:
    'Ihr Gerät verschließt, was Sie sagen, zeigen und schreiben, bevor es etwas sendet. Nur die Geräte der Personen im Raum können es wieder öffnen.',
  key: 'Der Schlüssel ist das Ende des Links, hinter dem Zeichen #. Diesen Teil senden Browser an niemanden.',
  keptOut: 'Wer draußen bleibt',
  out: {
    carrier: 'wer den Raum bereitstellt',
    site: 'wer diese Website betreibt oder ihre Festplatten, Protokolle oder ihren Speicher liest',
    network: 'alle unterwegs: der Anbieter, das Netz der Firma, das WLAN im Café',
  },
  limits: 'Was Sie wissen sollten',
  limit: {
    link: 'Wer den Link hat, hat den Schlüssel. Geben Sie ihn nur denen, die kommen sollen.',
    removed:
      'Wen Sie aus dem Raum entfernen, behält den Link. Damit die Person draußen bleibt, öffnen Sie einen neuen Raum und geben den anderen dessen Link.',
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
  cannot:
    'Dieser Raum ist verschlüsselt, und dieser Browser kann das nicht. Ein neuerer Firefox, Chrome, Edge oder Safari kann es: Öffnen Sie den Link dort.',
  tampered:
    'Es kam etwas an, das der Schlüssel dieses Raums nicht öffnet; es wurde weggelassen. Es wurde unterwegs beschädigt, oder jemand mischt sich ein.',
}
