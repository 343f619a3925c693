import type { PeerId } from '../../../../protocol/ids.ts'
import type { MediaKind } from '../../../../protocol/media/rtp.ts'
import type { MediaSource } from '../../../../protocol/media/session.ts'
import type { Stay } from '../../encryption/stay.ts'
import type { KeyMode } from './held-epochs.ts'
import type { KeyMaterial } from './media-keys.ts'

/** What the page tells its media worker; both are one program, and are built together. */
export type WorkerMessage =
  | { readonly is: 'begin'; readonly material: KeyMaterial }
  | { readonly is: 'introduce'; readonly peer: PeerId; readonly stay: Stay | null }
  | { readonly is: 'enter-epoch'; readonly epoch: number; readonly secret: Uint8Array<ArrayBuffer> }
  | { readonly is: 'change-link'; readonly base: Uint8Array<ArrayBuffer> }
  | { readonly is: 'use-keys'; readonly mode: KeyMode; readonly acceptsLink: boolean }

/** What the worker is to do with the frames of one sender or receiver; `constantSize`: it pads packets of Opus to one size. */
export type TransformOptions = { readonly source: MediaSource; readonly kind: MediaKind } & (
  | { readonly does: 'encrypt'; readonly constantSize: boolean }
  | { readonly does: 'decrypt'; readonly peer: PeerId }
)
