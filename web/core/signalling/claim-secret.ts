import { ProtocolError } from '../../../protocol/errors.ts'
import type { SealedSecret } from '../../../protocol/page-edge/door.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import { pageContract } from '../../../protocol/page-edge/requests.ts'
import { readWith } from '../../../protocol/reading.ts'
import { EdgeSocket } from './edge-socket.ts'
import { VersionChoice } from './spoken-version.ts'
import { TIMING } from './timing.ts'

interface Claim extends Omit<PageParams<'claim-secret'>, 'protocol'> {
  /** Of the room's socket. */
  readonly url: string
  readonly dial?: (url: string) => WebSocket
  /** How long the edge may take to answer (ms). */
  readonly patienceMs?: number
}

/**
 * Asks a room for its link's secret, by the proof of its words (D13), on a socket of its own that ends with the answer.
 *
 * @throws ProtocolError - `wrong-words`, `too-many-tries`, or what kept the edge from answering.
 */
export function claimSecret({
  url,
  dial = (address) => new WebSocket(address),
  patienceMs = TIMING.requestTimeoutMs,
  ...said
}: Claim): Promise<SealedSecret> {
  const { promise, resolve, reject } = Promise.withResolvers<SealedSecret>()
  const version = new VersionChoice().current
  const id = 1
  const socket: EdgeSocket = new EdgeSocket(
    dial(url),
    version,
    {
      opened: () => {
        const params: PageParams<'claim-secret'> = { protocol: version.protocol, ...said }
        socket.send({ id, request: 'claim-secret', params })
      },
      received: (frame) => {
        if (!('id' in frame) || frame.id !== id) return
        if ('error' in frame) return reject(ProtocolError.fromWire(frame.error))
        try {
          resolve(readWith(pageContract['claim-secret'].result, frame.result).sealed)
        } catch (cause) {
          reject(ProtocolError.from(cause))
        }
      },
      closed: (error) => reject(error ?? new ProtocolError('internal', 'the edge cannot be reached')),
    },
    TIMING,
  )
  const patience = setTimeout(() => reject(new ProtocolError('internal', 'no answer')), patienceMs)
  return promise.finally(() => {
    clearTimeout(patience)
    socket.close()
  })
}
