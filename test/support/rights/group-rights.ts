import * as v from 'valibot'
import type { PageRequest } from '../../../protocol/page-edge/requests.ts'
import { Sealed } from '../../../protocol/page-edge/sealed.ts'
import type { Right } from './cells.ts'
import { everybody, row } from './inside.ts'

const info = v.parse(Sealed, `0.${'i'.repeat(123)}`)

const founds = (): PageRequest => ({ name: 'commit', params: { epoch: 1, commit: null, info } })

/** These rooms are plain, and have no group. */
export const COMMITS: readonly [Right, ...Right[]] = [
  row('found a group in a plain room', 'K30', everybody('bad-message'), founds),
]

export const DESCRIPTIONS: readonly [Right, ...Right[]] = [
  row('ask for a plain room’s group', 'K30', everybody('bad-message'), () => ({
    name: 'describe-group',
    params: {},
  })),
]
