import type { types } from 'mediasoup-client'
import type { ConsumerInfo } from '../../../../protocol/media/session.ts'

/** Where nobody is: a rehearsal negotiates, and connects to nothing. */
const NOWHERE = {
  id: 'rehearsal',
  iceParameters: { usernameFragment: 'rehearsal', password: 'rehearsal'.repeat(3), iceLite: true },
  iceCandidates: [],
  dtlsParameters: {
    role: 'auto',
    fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => '00').join(':') }],
  },
  // Without a relay to ask, nothing is gathered.
  iceTransportPolicy: 'relay',
} as const satisfies types.TransportOptions

/**
 * Those of these streams that the browser negotiates together, found out on connections of their own: one description that it
 * does not understand spoils the connection that it was meant for. Halves what fails until what is in the way is left alone.
 *
 * @param holds - Whether these can be negotiated at once.
 */
export async function negotiable(
  infos: readonly ConsumerInfo[],
  holds: (infos: readonly ConsumerInfo[]) => Promise<boolean>,
): Promise<readonly ConsumerInfo[]> {
  let found: readonly ConsumerInfo[] = []
  const sift = async (group: readonly ConsumerInfo[]): Promise<void> => {
    if (group.length === 0) return
    const together = [...found, ...group]
    if (await holds(together)) {
      found = together
      return
    }
    if (group.length === 1) return
    const half = Math.ceil(group.length / 2)
    await sift(group.slice(0, half))
    await sift(group.slice(half))
  }
  await sift(infos)
  return found
}

/** Whether this browser can negotiate these at once: tries it, and leaves nothing behind. */
export const rehearse =
  (device: Pick<types.Device, 'createRecvTransport'>) =>
  async (infos: readonly ConsumerInfo[]): Promise<boolean> => {
    const transport = device.createRecvTransport({ ...NOWHERE, iceCandidates: [] })
    transport.on('connect', (_, done) => done())
    try {
      await Promise.all(
        infos.map(({ id, producer, kind, rtpParameters }) =>
          transport.consume({ id, producerId: producer, kind, rtpParameters }),
        ),
      )
      return true
    } catch (cause) {
      console.warn('call: a rehearsal failed', cause)
      return false
    } finally {
      transport.close()
    }
  }
