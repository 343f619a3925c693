// What `npm run verify-build` runs once the page is built: it takes one address, and ends with 0 or 1.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../setup/places.mjs'
import { explainAndExit, Problem } from '../setup/problem.mjs'
import { readBuiltPage } from './built-page.ts'
import { tell } from './tell.ts'
import { verify } from './verify.ts'

const USAGE = `Usage: npm run verify-build -- URL

Says whether the edge at URL, such as https://meet.example.org, serves exactly the page that this checkout builds: each of
its files, the heads of its pages, and what browsers are told to forbid. Ends with 0 where it does, and with 1 where it
does not, or where that cannot be seen.

  --help  this text
`

function readOrigin(args: string[]): URL | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { help: { type: 'boolean' } },
      allowPositionals: true,
    })
    if (values.help) return 'help'
    const [address, ...more] = positionals
    if (address === undefined || more.length > 0 || !/^https?:\/\//.test(address) || !URL.canParse(address))
      throw new Error('Say one address, such as https://meet.example.org')
    return new URL(new URL(address).origin)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem(`${reason}. See --help.`, { exitCode: 2, cause })
  }
}

async function main(): Promise<void> {
  const origin = readOrigin(process.argv.slice(2))
  if (origin === 'help') return console.log(USAGE)
  const built = await readBuiltPage(path.join(ROOT, 'web/dist'))
  const verdict = await verify(origin, built)
  console.log(tell(origin, built, verdict))
  process.exitCode = verdict.differences.length === 0 ? 0 : 1
}

main().catch(explainAndExit)
