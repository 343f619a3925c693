type Value = string | number

/** What stands in one part of a description: values, lines of several fields, and lists of such lines. */
interface Part {
  [name: string]: Value | Part | readonly (Value | Part)[] | undefined
}

export interface SessionDescription extends Part {
  media: Part[]
}

/** How one kind of line is read and written. */
interface Line {
  /** What it begins with. */
  readonly begins: string
  readonly name: string
  /** There may be several of it. */
  readonly many: boolean
  readonly pattern: RegExp
  readonly template: string
}

/** The field of a line that is one value. */
const ALONE = 'alone'

/**
 * The lines that mediasoup-client reads or writes (RFC 8866, section 5; what they mean to a browser, RFC 8829), in the order in
 * which they are written. `<field>` is a word, `<field+>` all that follows, and what is in brackets may be missing; what
 * begins with `=` is one of these words. A name with a star has a list.
 */
const GRAMMAR = `v=version <>
o=origin <username> <sessionId> <sessionVersion> <netType> IP<ipVer> <address>
s=name <+>
c=connection IN IP<version> <ip>
b=bandwidth* <type>:<limit>
t=timing <start> <stop>
a=groups* group:<type> <mids+>
a=msidSemantic msid-semantic: <semantic> <token>
a=icelite =ice-lite
a=rtp* rtpmap:<payload> <codec>/<rate>[/<encoding>]
a=fmtp* fmtp:<payload> <config+>
a=rtcpFb* rtcp-fb:<payload> <type>[ <subtype>]
a=ext* extmap:<value>[/<direction>] <uri>[ <config+>]
a=extmapAllowMixed =extmap-allow-mixed
a=setup setup:<>
a=mid mid:<>
a=msid* msid:<id> <appdata>
a=direction =sendrecv|recvonly|sendonly|inactive
a=iceUfrag ice-ufrag:<>
a=icePwd ice-pwd:<>
a=fingerprint fingerprint:<type> <hash>
a=candidates* candidate:<foundation> <component> <transport> <priority> <ip> <port> typ <type>[ tcptype <tcptype>][ <rest+>]
a=endOfCandidates =end-of-candidates
a=iceOptions ice-options:<>
a=ssrcs* ssrc:<id> <attribute>[:<value+>]
a=ssrcGroups* ssrc-group:<semantics> <ssrcs+>
a=rtcpMux =rtcp-mux
a=rtcpRsize =rtcp-rsize
a=rids* rid:<id> <direction>[ <params+>]
a=simulcast simulcast:<dir1> <list1>[ <dir2> <list2>]
a=others* <+>`
const MEDIA = 'm=media* <type> <port> <protocol>[ <payloads+>]'

/** What the things in a template are in a pattern. */
const inPattern = (thing: string, field: string, rest: string): string =>
  thing === '[' ? '(?:' : thing === ']' ? ')?' : `(?<${field || ALONE}>${rest ? '.*' : '\\S+?'})`

function lineOf(rule: string): Line {
  const [, begins = '', name = '', many = '', words = '', template = '<>'] =
    /^(..)(\w+)(\*?) (?:=(.*)|(.*))$/.exec(rule) ?? []
  const source = words ? `(?<${ALONE}>${words})` : template.replace(/<(\w*)(\+?)>|[[\]]/g, inPattern)
  return { begins, name, many: many !== '', pattern: new RegExp(`^${source}$`), template }
}

const LINES = GRAMMAR.split('\n').map(lineOf)
const MEDIA_LINE = lineOf(MEDIA)

/** A number where the text is one, written as JavaScript does. */
const numberOrText = (text: string): Value => (String(Number(text)) === text ? Number(text) : text)

/** What the line says; null where it is of another kind. */
function read({ begins, pattern }: Line, text: string): Value | Part | null {
  const groups = text.startsWith(begins) ? pattern.exec(text.slice(begins.length))?.groups : undefined
  if (!groups) return null
  const said = Object.entries(groups).filter(([, value]) => value !== undefined)
  const fields = Object.fromEntries(said.map(([field, value]) => [field, numberOrText(value)]))
  return fields[ALONE] ?? fields
}

function readInto(part: Part, text: string): void {
  for (const line of LINES) {
    const said = read(line, text)
    if (said === null) continue
    const before = part[line.name]
    part[line.name] = line.many ? [...(Array.isArray(before) ? before : []), said] : said
    return
  }
}

/** What a browser says of a session. The attributes that mediasoup-client has no use for are kept as they are. */
export function parse(text: string): SessionDescription {
  const session: SessionDescription = { media: [] }
  let part: Part = session
  for (const line of text.split(/[\r\n]+/)) {
    const media = read(MEDIA_LINE, line)
    if (typeof media !== 'object' || media === null) readInto(part, line)
    else {
      part = { rtp: [], fmtp: [], ...media }
      session.media.push(part)
    }
  }
  return session
}

const isThere = (value: unknown): boolean => value !== undefined && value !== ''

function lineText({ begins, template }: Line, said: Value | Part): string {
  const fields = typeof said === 'object' ? said : { [ALONE]: said }
  const whole = template.replace(/\[(.*?<(\w+)\+?>.*?)\]/g, (_, maybe: string, field: string) =>
    isThere(fields[field]) ? maybe : '',
  )
  return begins + whole.replace(/<(\w*)\+?>/g, (_, field: string) => String(fields[field || ALONE]))
}

const linesOf = (part: Part): string[] =>
  LINES.flatMap((line) => {
    const said = part[line.name]
    if (said === undefined) return []
    return (Array.isArray(said) ? said : [said]).map((each: Value | Part) => lineText(line, each))
  })

/** The description as browsers take it. */
export function write(session: SessionDescription): string {
  const lines = session.media.flatMap((part) => [lineText(MEDIA_LINE, part), ...linesOf(part)])
  return [...linesOf(session), ...lines, ''].join('\r\n')
}

/** The parameters of a format, as they stand in a line of `fmtp` (RFC 8866, section 6.15); undefined for one that is only named. */
export function parseParams(text: string): Record<string, Value | undefined> {
  const pairs = text.split(/;\s?/).filter((pair) => pair.length > 1)
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value] = pair.split(/=(.+)/, 2)
      return [name, value === undefined ? undefined : numberOrText(value)]
    }),
  )
}
