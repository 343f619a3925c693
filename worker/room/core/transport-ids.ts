import * as v from 'valibot'
import { TransportId } from '../../../protocol/ids.ts'
import type { Direction } from '../../../protocol/transport.ts'
import type { PeerState } from './state.ts'

/** Transports' ids derive from whose they are: nothing has to be stored, and asking twice asks for the same. */
export const transportId = (peer: Pick<PeerState, 'id' | 'generation'>, direction: Direction): TransportId =>
  v.parse(TransportId, `${peer.id}_${peer.generation}_${direction}`)
