import type { PeerId, VoterId } from '../../../protocol/ids.ts'
import type { OpenedMessage } from '../../core/encryption/opened.ts'
import { payloadReader } from '../read-payload.ts'
import { PollPayload, type Question, VotePayload } from './poll-payload.ts'

const readPoll = payloadReader(PollPayload)
const readVote = payloadReader(VotePayload)

/** One answer, and who gave it. */
interface PollOption {
  readonly text: string
  readonly count: number
  /** The names of those who chose it; null where nobody is to know. */
  readonly chosenBy: readonly string[] | null
}

/** A poll as everybody sees it. */
export interface Poll {
  readonly id: number
  readonly asker: PeerId
  readonly askerName: string
  readonly question: string
  readonly multiple: boolean
  readonly anonymous: boolean
  readonly open: boolean
  readonly options: readonly PollOption[]
  /** How many people have voted. */
  readonly voters: number
  /** What we ourselves chose, as indices of options. */
  readonly own: readonly number[]
}

/** How often each option was chosen, by how many people. */
export interface Tally {
  readonly counts: readonly number[]
  readonly voters: number
}

/** What the room's messages say about its polls. */
export interface PollLog {
  readonly polls: readonly OpenedMessage[]
  readonly votes: readonly OpenedMessage[]
}

/** Who looks, and who is here. */
interface Onlooker {
  readonly self: PeerId | null
  /** What their votes are counted by; null where only `self` is known. */
  readonly voter: VoterId | null
  readonly present: ReadonlySet<PeerId>
}

/** A question, and the number of the message that closed it. */
interface Asked extends Question {
  readonly message: OpenedMessage
  readonly closedAt: number
}

interface Ballot {
  readonly message: OpenedMessage
  readonly choices: readonly number[]
}

/** The room's polls, the latest first. Messages that are not as they should be change nothing. */
export function pollsOf(log: PollLog, onlooker: Onlooker): Poll[] {
  const votes = readVotes(log.votes)
  return questionsOf(log.polls)
    .map((asked) => pollOf(asked, votes, onlooker))
    .toReversed()
}

/** What the polls that `asker` asked anonymously come to, by their ids: nobody else gets to see the votes. */
export function countedBy(asker: PeerId, log: PollLog): ReadonlyMap<number, Tally> {
  const votes = readVotes(log.votes)
  const own = questionsOf(log.polls).filter(({ anonymous, message }) => anonymous && message.from === asker)
  return new Map(own.map((asked) => [asked.message.id, tallyOf(asked, ballotsOf(asked, votes))]))
}

/** What `asker` has last told of the polls that they count. */
export function reportedBy(asker: PeerId, log: PollLog): ReadonlyMap<number, Tally> {
  const votes = readVotes(log.votes)
  return new Map(
    questionsOf(log.polls)
      .filter(({ message }) => message.from === asker)
      .flatMap((asked) => {
        const told = reportedTally(asked, votes)
        return told ? [[asked.message.id, told] as const] : []
      }),
  )
}

function questionsOf(messages: readonly OpenedMessage[]): Asked[] {
  const asked = new Map<number, Asked>()
  for (const message of messages) {
    const said = readPoll(message)
    if (said?.do === 'ask') asked.set(message.id, { ...said, message, closedAt: Number.POSITIVE_INFINITY })
    if (said?.do !== 'close') continue
    const poll = asked.get(said.poll)
    const may = message.moderator === true || message.from === poll?.message.from
    if (poll && may) asked.set(said.poll, { ...poll, closedAt: Math.min(poll.closedAt, message.id) })
  }
  return [...asked.values()]
}

type ReadVote = VotePayload & { readonly message: OpenedMessage }

/** What was said of each poll, in order: each vote is looked at once, however many polls there are. */
type VotesByPoll = ReadonlyMap<number, readonly ReadVote[]>

function readVotes(messages: readonly OpenedMessage[]): VotesByPoll {
  const votes = new Map<number, ReadVote[]>()
  for (const message of messages) {
    const said = readVote(message)
    if (!said) continue
    const ofPoll = votes.get(said.poll) ?? []
    votes.set(said.poll, ofPoll)
    ofPoll.push({ ...said, message })
  }
  return votes
}

/** Whose vote it is: a browser's, where the edge says which, so that nobody votes twice by leaving and coming back. */
const voterOf = ({ voter, from }: OpenedMessage): VoterId | PeerId => voter ?? from

/** The last vote of each person that counts: given while the poll was open, the way the poll asks for it. */
function ballotsOf(asked: Asked, votes: VotesByPoll): Ballot[] {
  const last = new Map<VoterId | PeerId, Ballot>()
  for (const vote of votes.get(asked.message.id) ?? []) {
    if (vote.do !== 'vote') continue
    const { message } = vote
    const { addressee } = message
    const way = asked.anonymous
      ? addressee.to === 'peer' && addressee.peer === asked.message.from
      : addressee.to === 'everyone'
    const choices = [...new Set(vote.choices)]
    const known = choices.every((choice) => choice < asked.options.length)
    const inTime = message.id > asked.message.id && message.id < asked.closedAt
    if (way && known && inTime && (asked.multiple || choices.length <= 1))
      last.set(voterOf(message), { message, choices })
  }
  return [...last.values()].filter(({ choices }) => choices.length > 0)
}

const tallyOf = ({ options }: Asked, ballots: readonly Ballot[]): Tally => ({
  counts: options.map((_, index) => ballots.filter(({ choices }) => choices.includes(index)).length),
  voters: ballots.length,
})

/** The last that whoever asked has told of an anonymous poll. */
function reportedTally(asked: Asked, votes: VotesByPoll): Tally | null {
  const { id, from } = asked.message
  for (const vote of (votes.get(id) ?? []).toReversed()) {
    if (vote.do !== 'tally' || vote.message.from !== from) continue
    const { counts, voters } = vote
    if (counts.length === asked.options.length && counts.every((count) => count <= voters))
      return { counts, voters }
  }
  return null
}

function pollOf(asked: Asked, votes: VotesByPoll, { self, voter, present }: Onlooker): Poll {
  const { message, question, options, multiple, anonymous, closedAt } = asked
  const ballots = ballotsOf(asked, votes)
  const isOwn = (vote: OpenedMessage): boolean =>
    vote.from === self || (voter !== null && vote.voter === voter)
  const nothing: Tally = { counts: options.map(() => 0), voters: 0 }
  const tally = anonymous ? (reportedTally(asked, votes) ?? nothing) : tallyOf(asked, ballots)
  return {
    id: message.id,
    asker: message.from,
    askerName: message.name,
    question,
    multiple,
    anonymous,
    // Whoever counts the votes of an anonymous poll has to be here.
    open: closedAt === Number.POSITIVE_INFINITY && (!anonymous || present.has(message.from)),
    options: options.map((text, index) => ({
      text,
      count: tally.counts[index] ?? 0,
      chosenBy: anonymous
        ? null
        : ballots.filter(({ choices }) => choices.includes(index)).map((ballot) => ballot.message.name),
    })),
    voters: tally.voters,
    own: ballots.find(({ message }) => isOwn(message))?.choices ?? [],
  }
}
