import * as v from 'valibot'
import { MediaKind, RtpCapabilities, RtpParameters } from '../../../protocol/media/rtp.ts'
import { Direction, DtlsParameters } from '../../../protocol/media/transport.ts'

/** What the floor's page says: first `hello`, then the rest without waiting for anything. */
export const PageMessage = v.variant('type', [
  v.object({ type: v.literal('hello'), rtpCapabilities: RtpCapabilities }),
  v.object({ type: v.literal('connect'), direction: Direction, dtlsParameters: DtlsParameters }),
  v.object({ type: v.literal('produce'), kind: MediaKind, rtpParameters: RtpParameters }),
])
export type PageMessage = v.InferOutput<typeof PageMessage>
