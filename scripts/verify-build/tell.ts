import type { Site } from '../../protocol/http/site.ts'
import type { BuiltPage } from './built-page.ts'
import { quoted } from './quoted.ts'
import type { SourceName } from './source-name.ts'
import type { Verdict } from './verify.ts'

/** The verdict, for somebody at a terminal. */
export function tell(origin: URL, built: BuiltPage, verdict: Verdict): string {
  const { differences, remarks, source, site, embedders } = verdict
  const said = [...setByOperator(site, embedders), ...remarks]
  const serves =
    differences.length === 0
      ? [`${origin.origin} serves exactly what this checkout builds: ${inWords(built)}.`]
      : [
          `${origin.origin} does not serve what this checkout builds (${inWords(built)}):`,
          ...differences.map((difference) => `- ${difference}.`),
          ...whatToCompare(source, built.source),
        ]
  return [...serves, ...said].join('\n')
}

const inWords = ({ files, name, source }: BuiltPage): string =>
  `${files.size + 1} files, build ${name}, ${sourceInWords(source)}`

const sourceInWords = ({ version, commit, changed }: SourceName): string =>
  [version && `version ${version}`, commit && `commit ${commit}`, changed && 'with changes of its own']
    .filter((part) => part)
    .join(', ') || 'of no version that it says'

function whatToCompare(theirs: SourceName, ours: SourceName): string[] {
  if (theirs.version === null && theirs.commit === null)
    return ['The edge does not say which version or commit it serves.']
  const says = `The edge says that it serves ${sourceInWords(theirs)}`
  if (theirs.changed)
    return [`${says}: there is no commit to compare it with; its source is in /source.tar.gz.`]
  if (theirs.commit === null) return [`${says}: compare with that.`]
  if (theirs.commit !== ours.commit) return [`${says}. To compare with that: git checkout ${theirs.commit}`]
  return ours.changed
    ? [`${says}: that is this checkout’s, which has changes of its own.`]
    : [`${says}: that is this checkout’s, and yet what it serves is another.`]
}

/** What may differ from edge to edge, and was taken out before comparing. */
function setByOperator(site: Site | null, embedders: string | null): string[] {
  const set = Object.entries(site ?? {}).flatMap(([what, value]) =>
    value === null ? [] : [`${what} ${quoted(value)}`],
  )
  if (embedders !== null) set.push(`rooms may be embedded by ${quoted(embedders)}`)
  return set.length === 0 ? [] : [`Set by whoever runs it, and not compared: ${set.join('; ')}.`]
}
