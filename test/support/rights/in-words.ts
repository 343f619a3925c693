import { INSIDE, type Outcome, outcomeOf, type Right, type Role, type State } from './cells.ts'
import { ALL_RIGHTS } from './page-rights.ts'

const inWords = (outcome: Outcome): string => (outcome === 'granted' ? 'yes' : `\`${outcome}\``)

/** Who asks, and in which room. */
const COLUMNS: readonly (readonly [Role, State])[] = [
  ['participant', 'open'],
  ['participant', 'forbidden'],
  ...INSIDE.filter((role) => role !== 'participant').map((role) => [role, 'open'] as const),
]

const cells = (right: Right): readonly string[] => {
  // Of whoever waits something can be asked only where somebody does, and of a group only where there is one.
  const where = (['lobby', 'encrypted'] as const).find((each) => right.otherwise?.[each])
  return COLUMNS.map(([role, state]) => inWords(outcomeOf(right, role, where ?? state)))
}

/** The rows of PROTOCOL.md’s table of rights: what those in a room may ask for, as it is said there. */
export const rowsInWords = (): readonly (readonly string[])[] =>
  ALL_RIGHTS.flatMap(([name, right]) =>
    name === 'join' || right.unlike ? [] : [[`\`${name}\``, right.what, ...cells(right), right.rules]],
  )
