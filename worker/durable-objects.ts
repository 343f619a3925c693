import * as v from 'valibot'
import { ProtocolError, type WireError } from '../protocol/errors.ts'
import type { MediaRoomId, NodeId } from '../protocol/ids.ts'
import type { RoomName } from '../protocol/names/room-name.ts'
import type { DirectoryObject } from './directory/directory-object.ts'
import type { Env } from './env.ts'
import type { NodeObject } from './node/node-object.ts'
import { HOME, type Region } from './placement/regions.ts'
import type { RoomObject } from './room/room-object.ts'

/**
 * Every call from here to a Durable Object, and when one is made again.
 *
 * Cloudflare's own runtime repeats calls that fail with `retryable` and never reached the object: five tries within ten
 * seconds (Durable Objects, "Automatic retries", 2026). It leaves to us the calls that may have reached it, which only
 * their caller knows to be harmless twice; and workerd on one's own machine repeats none, its gates for that being off.
 * What failed with `overloaded` is never repeated: that would add to the load ("Error handling"). A stub that has failed is
 * broken and fails for ever, so that each try takes a new one.
 */

/** Tries of one call in all, and the longest waits before the second and before any other, in ms. */
const MAX_TRIES = 4
const FIRST_BACKOFF_MS = 100
const MAX_BACKOFF_MS = 1_000

/** As the platform marks its errors. */
const Retryable = v.object({ retryable: v.literal(true), overloaded: v.optional(v.literal(false)) })

/** What repeating depends on, for tests to set. */
export interface Pace {
  /** From 0 up to, but not including, 1. */
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
}

const PACE: Pace = {
  random: Math.random,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** One Durable Object, whichever stub leads to it. `Repeatable` are the calls that are as good twice as once. */
export class ObjectRef<Stub extends object, Repeatable extends keyof Stub> {
  readonly #newStub: () => Stub
  readonly #pace: Pace

  constructor(newStub: () => Stub, pace: Pace = PACE) {
    this.#newStub = newStub
    this.#pace = pace
  }

  /** Makes a call that must not arrive twice. */
  async once<Sent>(call: (object: Stub) => Sent): Promise<Awaited<Sent>> {
    return await call(this.#newStub())
  }

  /** Makes a call, and makes it again where the platform says that this may help. Rejects as the first try did. */
  async repeat<Sent>(call: (object: Pick<Stub, Repeatable>) => Sent): Promise<Awaited<Sent>> {
    let first: { readonly thrown: unknown } | null = null
    for (let tries = 1; ; tries += 1) {
      try {
        return await call(this.#newStub())
      } catch (thrown) {
        first ??= { thrown }
        if (tries === MAX_TRIES || !v.is(Retryable, thrown)) throw first.thrown
        // Full jitter: those who failed together do not come back together.
        const longestMs = Math.min(FIRST_BACKOFF_MS * 2 ** (tries - 1), MAX_BACKOFF_MS)
        await this.#pace.wait(this.#pace.random() * longestMs)
      }
    }
  }
}

/** They read, or what they write is the same the second time: sums, states and losses, not counts. */
type DirectoryCalls =
  | 'adminStateChanged'
  | 'admission'
  | 'candidates'
  | 'count'
  | 'countAll'
  | 'suspected'
  | 'enrol'
  | 'heard'
  | 'lost'
  | 'measured'
  | 'misbehaved'
  | 'nodes'
  | 'offer'
  | 'outline'
  | 'ownerMark'
  | 'place'
  | 'registeredIn'
  | 'reportFigures'
  | 'servesWithout'
  | 'setAdminState'
  | 'setUnspoken'
  | 'stalled'
  | 'statistics'
  | 'swarm'
  | 'turnUsage'
  | 'view'

/** A batch of operations makes things, and so does a check of ports; a suspicion or a word of the operator does not. */
type NodeCalls = 'suspect' | 'release' | 'setAdminState' | 'tellCheckTicket' | 'tellReachability'

/** What a room is told of its node is so, however often it is said. */
type RoomCalls = 'nodeAvailable' | 'nodeDraining' | 'nodeLost' | 'pagesHeard' | 'pipeSilent' | 'turnCounted'

export type DirectoryRef = ObjectRef<DurableObjectStub<DirectoryObject>, DirectoryCalls>
export type NodeRef = ObjectRef<DurableObjectStub<NodeObject>, NodeCalls>
export type RoomRef = ObjectRef<DurableObjectStub<RoomObject>, RoomCalls>

/** The directory of a region, in that region; the one at home is the central one as well, and on one's own machine the only. */
export const directoryOf = ({ DIRECTORY }: Env, region: Region = HOME): DirectoryRef =>
  new ObjectRef(() =>
    region === HOME
      ? DIRECTORY.get(DIRECTORY.idFromName('swarm'))
      : DIRECTORY.get(DIRECTORY.idFromName(`swarm in ${region}`), { locationHint: region }),
  )

export const nodeOf = ({ NODES }: Env, node: NodeId): NodeRef =>
  new ObjectRef(() => NODES.get(NODES.idFromName(node)))

export const roomOf = ({ ROOMS }: Env, room: MediaRoomId): RoomRef =>
  new ObjectRef(() => ROOMS.get(ROOMS.idFromString(room)))

/** By the id that the name makes, without the name: workerd would write that on disk beside the alarm. */
export const roomNamed = ({ ROOMS }: Env, name: RoomName): RoomRef => {
  const id = ROOMS.idFromName(name).toString()
  return new ObjectRef(() => ROOMS.get(ROOMS.idFromString(id)))
}

/** What an object answers where it may refuse: an error that is thrown there loses its code on the way. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: WireError }

/** What `work` answers, or the ProtocolError that it throws. Rejects with anything else. */
export async function answerOf<Value>(work: () => Value | Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (thrown) {
    if (!(thrown instanceof ProtocolError)) throw thrown
    return { ok: false, error: thrown.toWire() }
  }
}

/** The value of an answer. Throws the ProtocolError that it is instead. */
export function valueIn<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw ProtocolError.fromWire(answer.error)
  return answer.value
}
