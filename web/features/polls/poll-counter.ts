import { effect } from '@preact/signals'
import { perSession } from '../../core/session/per-session.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import type { VotePayload } from './poll-payload.ts'
import { countedBy, reportedBy, type Tally } from './poll-results.ts'

/** Between two tellings: many vote at once, and the edge lets a person send two messages a second. */
const PAUSE_MS = 1_000
/** After a telling that failed. */
const RETRY_MS = 3_000

/**
 * Counts the votes of the polls that we asked anonymously, and tells everyone what they come to, until the session is
 * over. Votes are for us alone; what leaves this page is numbers.
 */
export const countVotes = perSession((session: RoomSession): void => {
  let timer: ReturnType<typeof setTimeout> | null = null
  const again = (afterMs: number): void => {
    timer = setTimeout(() => {
      timer = null
      tellOne()
    }, afterMs)
  }
  const tellOne = (): void => {
    if (timer !== null) return
    const [next] = untold(session)
    if (!next) return
    const [poll, tally] = next
    const payload: VotePayload = { do: 'tally', poll, counts: [...tally.counts], voters: tally.voters }
    again(PAUSE_MS)
    session.messages.send('vote', { to: 'everyone' }, JSON.stringify(payload)).catch((error) => {
      console.warn('polls: the count was not told', error)
      if (timer !== null) clearTimeout(timer)
      again(RETRY_MS)
    })
  }
  effect(() => {
    const { connection } = session.view.value
    void session.messages.of('poll').value
    void session.messages.of('vote').value
    if (connection === 'connected') tellOne()
  })
})

/** What the others do not know yet of the polls that we count. */
function untold({ view, messages }: RoomSession): (readonly [number, Tally])[] {
  const self = view.peek().people.find((person) => person.self)?.id
  if (view.peek().connection !== 'connected' || self === undefined) return []
  const log = { polls: messages.of('poll').peek(), votes: messages.of('vote').peek() }
  const told = reportedBy(self, log)
  return [...countedBy(self, log)].filter(([poll, tally]) => !same(tally, told.get(poll)))
}

function same(tally: Tally, told: Tally | undefined): boolean {
  const before = told ?? { counts: tally.counts.map(() => 0), voters: 0 }
  return (
    tally.voters === before.voters && tally.counts.every((count, index) => count === before.counts[index])
  )
}
