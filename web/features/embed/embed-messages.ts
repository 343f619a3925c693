import * as v from 'valibot'
import { tidyDisplayName } from '../../../protocol/names/display-name.ts'

/** What marks a message as one of ours among whatever else pages post to each other. */
const essaim = v.literal(1)

/** What a page that embeds a room may ask of it. It may turn devices off, never on: that is the person's to do. */
export const EmbedRequest = v.variant('do', [
  /** The first message: events go to whoever sends it, and only its origin is listened to from then on. */
  v.object({ essaim, do: v.literal('connect') }),
  /** Enters the room from the page before it, under that name where one is given. */
  v.object({
    essaim,
    do: v.literal('join'),
    name: v.exactOptional(v.pipe(v.string(), v.transform(tidyDisplayName))),
  }),
  v.object({ essaim, do: v.literal('leave') }),
  v.object({ essaim, do: v.literal('mute'), device: v.picklist(['microphone', 'camera']) }),
])
export type EmbedRequest = v.InferOutput<typeof EmbedRequest>

/** What a room tells the page that embeds it. */
export type EmbedEvent =
  /** The answer to `connect`. */
  | { readonly event: 'connected'; readonly room: string | null }
  | { readonly event: 'joined'; readonly room: string; readonly name: string }
  /** What one is called in the room. */
  | { readonly event: 'name'; readonly name: string }
  /** `why` is `left`, or the code of an error. */
  | { readonly event: 'left'; readonly room: string; readonly why: string }
  | { readonly event: 'people'; readonly count: number }
  | { readonly event: 'microphone' | 'camera'; readonly on: boolean }
  | { readonly event: 'hand'; readonly raised: boolean }
