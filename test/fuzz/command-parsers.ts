import { readCommand as readOperatorCommand } from '../../scripts/edge-admin/options.ts'
import { readServeOptions } from '../../scripts/serve/serve-options.ts'
import { Problem } from '../../scripts/setup/problem.mjs'
import { readCommand } from '../../sfu-node/cli/command.ts'
import { readMediaOptions } from '../../sfu-node/cli/options.ts'
import { readTimings } from '../../sfu-node/cli/timings.ts'
import { ExitError } from '../../sfu-node/shared/exit-error.ts'
import { ofText, type Parser } from './parser.ts'

/** A command line, as text: blanks stand between its words. */
const words = (text: string): string[] => text.split(' ')
const EXITS: Partial<Parser> = { refuses: (thrown) => thrown instanceof ExitError, most: 4_096 }
const COMPLAINS: Partial<Parser> = { refuses: (thrown) => thrown instanceof Problem, most: 4_096 }

const RUN =
  'run --edge https://meet.example.org --id lyon --region eu-west --announce 203.0.113.7 --media-port 40000'
const LENT =
  '--max-bandwidth 100 --max-transfer 500 --max-rooms 3 --max-people 20 --hours 18-23 --hours 20-6:30'

/** What people type at a terminal, and set for programs. */
export const COMMAND_PARSERS: readonly Parser[] = [
  ofText(
    'essaim-node',
    [`${RUN} ${LENT}`, 'join aW52aXRhdGlvbg --state /tmp/x', '--help'],
    (text) => {
      const read = readCommand(words(text), { ESSAIM_NODE_KEY: 'x' })
      return 'given' in read ? readMediaOptions(read.given) : read
    },
    EXITS,
  ),
  ofText(
    'npm run edge',
    [
      'invite --name Lyon --link https://example.org --place Lyon --at 45.76,4.84 --days 7 --edge https://meet.example.org',
      'own-node lyon',
      'pause lyon --edge http://[::1]:8787',
      'nodes',
    ],
    (text) => readOperatorCommand(words(text), { ESSAIM_ADMIN_SECRET: 's' }),
    COMPLAINS,
  ),
  ofText(
    'npm start',
    ['--port 8787 --host 127.0.0.1 --media-port 40000 --announce 203.0.113.7 --data data --behind-proxy'],
    (text) => readServeOptions(words(text)),
    COMPLAINS,
  ),
  ofText(
    'ESSAIM_SHORTER_WAITS',
    ['{"heartbeatMs":2000}'],
    (text) => readTimings({ ESSAIM_SHORTER_WAITS: text }),
    EXITS,
  ),
]
