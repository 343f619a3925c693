import { ProtocolError, type WireError } from '../../../protocol/errors.ts'
import type { Lender } from '../../../protocol/http/lender.ts'
import type { Enrolled, ListedNode, NodeAdminState } from '../../../protocol/http/lending.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import {
  NODE_TIMEOUT_FORGOTTEN_MS,
  NODE_TIMEOUT_MAX_MS,
  NODE_TIMEOUT_MIN_MS,
} from '../../../protocol/limits.ts'
import type { NodePublicKey } from '../../../protocol/node-edge/keys.ts'
import type { Env } from '../../env.ts'
import { log } from '../../log.ts'
import { ownNodeKey, ownNodes } from '../../node/own-nodes.ts'
import { AdminStates } from './admin-states.ts'
import { DialLimiter } from './dial-limiter.ts'
import { GrowingPauses } from './growing-pauses.ts'
import { Invitations } from './invitations.ts'
import { Lenders, nodeIdFor } from './lenders.ts'
import type { Admitted } from './reports.ts'
import { type Unspoken, UnspokenVersions } from './unspoken-versions.ts'

/** As what a node is admitted, and the key that it has to prove; null where there is no such node, or it was revoked. */
export interface Admission extends Admitted {
  readonly key: NodePublicKey | null
  /** Until when it may not dial, for what it said when it last did (ms since the epoch); null where it may. */
  readonly outUntil: number | null
  /** The version that it spoke when it dialled last, where that is none of ours. */
  readonly unspoken: Unspoken | null
}

/** Which nodes may dial, in whichever region: who lends them, by which key, and what the operator says of them. */
export class NodeRegistry {
  readonly #env: Env
  readonly #invitations: Invitations
  readonly #lenders: Lenders
  readonly #adminStates: AdminStates
  readonly #unspoken: UnspokenVersions
  /** Nodes that have said too much that cannot be true: they may not dial for a while (N13). */
  readonly #timeouts: GrowingPauses
  readonly #dials = new DialLimiter()

  constructor(sql: SqlStorage, env: Env) {
    this.#env = env
    this.#invitations = new Invitations(sql)
    this.#lenders = new Lenders(sql)
    this.#adminStates = new AdminStates(sql)
    this.#unspoken = new UnspokenVersions(sql)
    this.#timeouts = new GrowingPauses(sql, 'misbehaved', {
      minMs: NODE_TIMEOUT_MIN_MS,
      maxMs: NODE_TIMEOUT_MAX_MS,
      forgottenAfterMs: NODE_TIMEOUT_FORGOTTEN_MS,
    })
  }

  /** How long one more node, or what says that it is one, has to wait to dial from that network (ms); 0 where it may (N25). */
  waitToDial(network: string | null): number {
    return this.#dials.waitToDial(network, Date.now())
  }

  /** What whoever dials under that id has to prove. */
  admission(node: NodeId): Admission {
    const { adminState } = this.#adminStates.of(node)
    const lent = this.#lenders.of(node)
    const key = ownNodeKey(this.#env, node) ?? lent?.key ?? null
    return {
      key: adminState === 'revoked' ? null : key,
      adminState,
      lender: lent?.lender ?? null,
      outUntil: this.#timeouts.until(node, Date.now()),
      unspoken: this.#unspoken.of(node),
    }
  }

  /** @param until - In ms since the epoch. */
  invite(codeHash: string, lender: Lender, until: number): void {
    this.#invitations.add(codeHash, lender, until, Date.now())
    log.info('lender-invited', { until: new Date(until).toISOString() })
  }

  /** Makes a node of whoever brings an invitation's code, and has proved to hold the key (N10). Throws as `Invitations.open`. */
  enrol(codeHash: string, key: NodePublicKey): Enrolled {
    const { lender, node: before } = this.#invitations.open(codeHash, key, Date.now())
    const node = before ?? nodeIdFor(lender.name, (id) => this.#isTaken(id))
    if (before === null) {
      this.#lenders.enrol(node, key, lender)
      this.#invitations.use(codeHash, key, node)
      log.info('node-enrolled', { node })
    }
    return { node, lender: lender.name }
  }

  /** Also by a node that the operator no longer has, but that was paused or revoked. */
  #isTaken(node: NodeId): boolean {
    return this.#isKnown(node) || this.#adminStates.of(node).adminState !== 'active'
  }

  #isKnown(node: NodeId): boolean {
    return ownNodeKey(this.#env, node) !== null || this.#lenders.has(node)
  }

  /** A node has proved who it is, and speaks a version that is none of ours; or, with null, one that is. */
  setUnspoken(node: NodeId, unspoken: Unspoken | null): void {
    if (this.#isKnown(node)) this.#unspoken.set(node, unspoken)
  }

  /** A node has said too much that cannot be true: it is paused, and may not dial for a while (N13). */
  misbehaved(node: NodeId, reason: string): void {
    const until = this.#timeouts.begin(node, Date.now())
    log.warn('node-timed-out', { node, until: new Date(until).toISOString() })
    this.setAdminState(node, 'paused', reason)
  }

  /** Says what a node is from now on; null where it is, or why it cannot be. A lender's node that was revoked stays so (N11). */
  setAdminState(node: NodeId, adminState: NodeAdminState, reason: string | null): WireError | null {
    if (!this.#isKnown(node)) return new ProtocolError('not-found', `there is no node ${node}`).toWire()
    if (this.#lenders.isRevoked(node) && adminState !== 'revoked') {
      return new ProtocolError('not-allowed', `${node} was revoked: invite it again`).toWire()
    }
    this.#adminStates.set(node, adminState, reason)
    if (adminState === 'revoked') this.#lenders.eraseKey(node)
    if (adminState === 'active') this.#timeouts.forgive(node)
    log.info('node-admin-state', { node, adminState, reason })
    return null
  }

  /** All nodes that may dial, or might once. Each table is read once, however many there are. */
  all(): (Pick<ListedNode, 'node' | 'lender' | 'adminState' | 'reason'> & Pick<Admission, 'unspoken'>)[] {
    const stateOf = this.#adminStates.all()
    const unspokenOf = this.#unspoken.all()
    const own = ownNodes(this.#env).map((node) => ({ node, lender: null }))
    return [...own, ...this.#lenders.all()].map(({ node, lender }) => {
      const { adminState, reason } = stateOf(node)
      return { node, lender, adminState, reason, unspoken: unspokenOf(node) }
    })
  }
}
