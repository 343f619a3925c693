import type { Language } from '../../../web/settings/language-tags.ts'

/** Words that a language does without, and why: each was once there, and read wrongly to whoever speaks it. */
export const AVOIDED: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/not there any more/, 'devices are not connected any more, and people have left'],
    [/\bHost\b/, 'elsewhere the host leads the meeting; here a node carries it'],
    [/\bfetch/i, 'files are downloaded'],
    [/\b(anew|is reached|are told of)\b/, 'nobody talks like this'],
  ],
  de: [
    [/leih/i, 'leihen is borrowing, too: nodes are bereitgestellt'],
    [/übergeben/i, 'whoever hands the moderation over has it no longer'],
    [/rausch/i, 'Rauschen is hiss: noises are Geräusche'],
    [/Behalten/, 'people are not kept'],
    [/So sehen Sie die anderen/, 'it says that one sees the others so'],
    [/nicht mehr da\b/, 'devices are nicht mehr angeschlossen, people have left the room'],
    [/(?<!über)(?<!bei)\b(ge)?tr[aä]g(t|en)\b/i, 'a room is no burden: nodes stellen bereit, and übertragen'],
    [/benutz/i, 'verwenden'],
    [/eintreten|treten Sie ein|Sie treten ein/i, 'beitreten'],
    [/\b(Gastgeber|Host)\b/, 'elsewhere the host leads the meeting'],
    [/\b(Menschen) jetzt|verwisch|unscharf zeigen/, 'Personen; weichzeichnen'],
  ],
  fr: [
    [
      /(?<!\b(la|sa|une) )\bport(e|ent|er)\b(?! (ce nom|sur)\b)|Porté/,
      'nodes hébergent, transmettent, relient',
    ],
    [/n’(est|était) plus là/, 'devices are not branchés any more, people have left'],
    [/[éÉ]tei(n|g)|\ballum/i, 'activer and couper, of microphones and cameras alike'],
    [/\b(Hôte|Récupér\p{L}*)\b/iu, 'elsewhere the hôte leads the meeting; files are téléchargés'],
    [/(?<!\p{L})(tu|toi|tes|ta)(?!\p{L})/iu, 'vous'],
    [/·e/, 'another wording needs no mark'],
    [/Garder$|Confier/, 'people are not kept; whoever confides a role has it no longer'],
  ],
  it: [
    [/non c’è più/, 'it says that somebody died'],
    [/\b(si può|si possono|conviene|occorre)\b/i, 'it talks past whoever reads: tu'],
    [/\b(Lei|vi|voi|vostr\p{L})\b/u, 'tu'],
    [/spegn|spent[oaie]\b|accen[ds]/i, 'attivare and disattivare, of microphones and cameras alike'],
    [/moderazione (è|non è più) qui|deciso per l’uscita/, 'who moderates is a person'],
    [/\bporta(no|ta|re)\b/, 'nodes ospitano, trasmettono, collegano'],
  ],
  es: [
    [/\busted/i, 'tú'],
    [/\b(elija|espere|compruebe|conecte|pulse|diga|mire|comparta|haga|pida|pruebe|permítal\p{L}+)\b/iu, 'tú'],
    [/ha \p{L}+ su (micrófono|cámara|pantalla)/u, 'whose? te ha silenciado'],
    [/ya no está(?! conectad)/, 'it says that somebody died'],
    [/\bllevad?[an]?\b/i, 'nodes alojan, transmiten, conectan'],
    [/\b(apag|encend|enciend)/i, 'silenciar, activar, desactivar'],
    [/Anfitrión|antesala|difumin/i, 'elsewhere the anfitrión leads the meeting; sala de espera; desenfocar'],
  ],
}

/** Figures, units and names are the same everywhere. */
const SAME_EVERYWHERE = [
  'further.connection.milliseconds',
  'further.connection.rate',
  'further.devices.numbered',
  'further.speakingTime.duration',
] as const

/** What is written as in English, by its path. All else has words of its own. */
export const AS_IN_ENGLISH: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  de: [
    ...SAME_EVERYWHERE,
    'chat.says',
    'chat.title',
    'further.people.permissions.chat',
    'further.recording.size',
    'further.shortcuts.does.chat',
  ],
  es: [
    ...SAME_EVERYWHERE,
    'chat.says',
    'chat.title',
    'further.recording.size',
    'further.shortcuts.does.chat',
  ],
  fr: [
    ...SAME_EVERYWHERE,
    'further.chat.write',
    'colophon.contact',
    'colophon.licences',
    'further.connection.paths.tcp',
    'further.connection.paths.udp',
    'hands.reactions.surprise',
    'further.invite.minutes',
    'further.notes.fileName',
    'further.people.volume',
    'further.polls.question',
    'further.notifications.title',
  ],
  it: [
    ...SAME_EVERYWHERE,
    'chat.says',
    'chat.title',
    'further.door.password',
    'further.files.nameless',
    'further.people.volume',
    'further.privacy.title',
    'further.recording.size',
    'further.shortcuts.does.chat',
  ],
}
