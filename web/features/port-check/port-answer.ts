import type { OpenedPort } from '../../../protocol/port-check.ts'
import { dataChannelAnswer } from '../../core/network/data-channel-answer.ts'

/** What a node's media port would answer to the offer of the data channel `mid`: the browser begins DTLS. */
export function portAnswer({ iceParameters, dtlsParameters, ...place }: OpenedPort, mid: string): string {
  const { usernameFragment, password } = iceParameters
  const { fingerprints } = dtlsParameters
  return dataChannelAnswer({ ...place, usernameFragment, password, fingerprints, setup: 'passive' }, mid)
}
