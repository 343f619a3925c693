import * as v from 'valibot'
import { PeerId } from '../ids.ts'
import { ProducerInfo } from '../media/session.ts'
import { TurnLevel } from '../media/turn.ts'
import { Permissions } from './permissions.ts'
import { PersonName } from './sealed.ts'

export const Role = v.picklist(['moderator', 'participant'])
export type Role = v.InferOutput<typeof Role>

/** A person in a room, as everybody there knows them. */
export const Peer = v.object({
  id: PeerId,
  name: PersonName,
  role: Role,
  /** Whether they opened the room with a key of their own: they can be neither removed nor demoted (D1). */
  creator: v.boolean(),
  producers: v.array(ProducerInfo),
  /** There while nothing is heard of them (R8). */
  cutOff: v.exactOptional(v.literal(true)),
})
export type Peer = v.InferOutput<typeof Peer>

/** What holds for the whole room. */
export const RoomSettings = v.object({
  locked: v.boolean(),
  /** Whoever comes waits until a moderator lets them in. */
  lobby: v.boolean(),
  /** Whether one needs a password to come in. */
  password: v.boolean(),
  /** Whether what people send each other is sealed, for as long as the room lives ; an edge that does not say so has no such rooms. */
  encrypted: v.optional(v.boolean(), false),
  /** Of an encrypted room: which six words lead into it (D12), a number that is another one for others; null for none. */
  spokenWords: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  /** Of an encrypted room: whether all send their voices at a constant rate (K28); an edge that does not say so asks nobody to. */
  constantRate: v.optional(v.boolean(), false),
  permissions: Permissions,
  /** What still goes from and to people who are relayed (M10). */
  turnLevel: TurnLevel,
})
export type RoomSettings = v.InferOutput<typeof RoomSettings>
