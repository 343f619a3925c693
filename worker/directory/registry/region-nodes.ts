import type { LenderInfo } from '../../../protocol/http/lender.ts'
import type { ListedNode, NodeAdminState } from '../../../protocol/http/lending.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import type { DtlsParameters } from '../../../protocol/media/transport.ts'
import type { NodeRegistration } from '../../../protocol/node-edge/events.ts'
import type { PortOutcome, Reachability } from '../../../protocol/node-edge/port-check.ts'
import type { ProbedNode } from '../../../protocol/node-edge/probe.ts'
import { roomOf } from '../../durable-objects.ts'
import type { Env } from '../../env.ts'
import { log } from '../../log.ts'
import { candidates } from '../../placement/candidates.ts'
import type { GeoPoint } from '../../placement/geography.ts'
import { place } from '../../placement/place.ts'
import { NEW_ROOM, type PlacementRequest } from '../../placement/placement-request.ts'
import { type Offer, offerOf } from '../../placement/search-regions.ts'
import { NodeReachability } from '../reachability/node-reachability.ts'
import { type ConnectedNode, ConnectedNodes } from './connected-nodes.ts'
import { NodeStalls } from './node-stalls.ts'
import { type NodeReport, Reports } from './reports.ts'
import { WaitingRooms } from './waiting-rooms.ts'

/** A node of a region for whoever asked, and by whom it is lent. */
export interface RegionOffer extends Offer {
  readonly lender: LenderInfo | null
}

/** What a region knows of its nodes that operators and visitors are told: also of some that are away. */
export interface RegionView {
  readonly connected: ReadonlyMap<NodeId, NonNullable<ListedNode['connected']>>
  readonly reachability: ReadonlyMap<NodeId, Reachability>
  /** Why some get no new rooms in their turn. */
  readonly stalled: ReadonlyMap<NodeId, string>
}

/** The nodes that registered in one region, which of them are reachable and answer, and the rooms that wait for one. */
export class RegionNodes {
  readonly #env: Env
  readonly #connected: ConnectedNodes
  readonly #reachability: NodeReachability
  readonly #stalls: NodeStalls
  readonly #waiting: WaitingRooms
  readonly #changed: () => void

  /** @param changed - Is told that the view is another. */
  constructor(sql: SqlStorage, env: Env, changed: () => void) {
    this.#env = env
    this.#changed = changed
    this.#reachability = new NodeReachability(sql, env, () => this.#provers())
    this.#stalls = new NodeStalls(sql)
    this.#waiting = new WaitingRooms(sql)
    const isReachable = (node: NodeId): boolean => this.#reachability.isReachable(node)
    this.#connected = new ConnectedNodes(new Reports(sql), isReachable, Date.now())
  }

  /** The node for whoever asks; null where there is none. One that did not answer lately is better than none. */
  offer(request: PlacementRequest): RegionOffer | null {
    const all = this.#connected.placeable(Date.now())
    const answering = this.#stalls.apart(all)
    const found = offerOf(answering, request, Math.random)
    const offer = found !== null || answering === all ? found : offerOf(all, request, Math.random)
    return offer && { ...offer, lender: this.#connected.lenderOf(offer.node) }
  }

  /** That room found no node anywhere. */
  wait(room: string): void {
    this.#waiting.add(room)
  }

  /** The nodes that are worth measuring for somebody at `hint`, with their probes (X8). */
  candidates(hint: GeoPoint | null): ProbedNode[] {
    const now = Date.now()
    const connected = this.#connected.fresh(now)
    const probeOf = (node: NodeId) => connected.get(node)?.row.report.registration.probe ?? null
    const probed = this.#stalls
      .apart(this.#connected.placeable(now))
      .filter(({ node }) => probeOf(node) !== null)
    return candidates(probed, hint, Math.random).flatMap((node) => {
      const probe = probeOf(node)
      return probe ? [{ node, probe }] : []
    })
  }

  /** A node has registered, or told its load. */
  async heard(report: NodeReport): Promise<void> {
    // Before it is weighed: of other ports than before nothing is known.
    void this.#checkPorts(report.registration)
    if (this.#connected.take(report, Date.now())) this.#changed()
    await this.#wakeWaiting(report.registration.node)
  }

  /** Nobody waits for it: it takes seconds. Never rejects. */
  async #checkPorts(registration: NodeRegistration): Promise<void> {
    try {
      if (await this.#reachability.heard(registration)) await this.#refresh(registration.node)
    } catch (thrown) {
      log.error('ports-not-tried', thrown, { node: registration.node })
    }
  }

  /** What is stored of a node is otherwise than it was. */
  async #refresh(node: NodeId): Promise<void> {
    this.#connected.refresh(node)
    this.#changed()
    await this.#wakeWaiting(node)
  }

  /** The operator has said what a node is to be. */
  async setAdminState(node: NodeId, adminState: NodeAdminState): Promise<void> {
    if (adminState === 'active') this.#stalls.forgive(node)
    this.#connected.setAdminState(node, adminState)
    await this.#refresh(node)
  }

  /** A node that the operator has paused is trusted with nothing. */
  #provers(): ConnectedNode[] {
    const connected = [...this.#connected.fresh(Date.now()).values()]
    return connected.filter(({ row }) => row.report.admitted.adminState === 'active')
  }

  /** Tells the rooms that wait for a node that there is this one, if it takes rooms. */
  async #wakeWaiting(node: NodeId): Promise<void> {
    if (!this.#connected.takesRooms(node, Date.now())) return
    const told = await Promise.allSettled(
      this.#waiting.takeAll().map((room) => roomOf(this.#env, room).repeat((each) => each.nodeAvailable())),
    )
    for (const outcome of told) {
      // A room that was not reached asks again by its own alarm.
      if (outcome.status === 'rejected') log.error('room-not-told', outcome.reason)
    }
  }

  /** Pages lost their way to a node that lives (F4): its ports are tried again soon. */
  suspected(node: NodeId): void {
    this.#reachability.suspected(node, Date.now())
  }

  /** A node lives, and leaves requests unanswered: answers as `servesWithout`. */
  stalled(node: NodeId): boolean {
    this.#stalls.begin(node)
    return this.servesWithout(node)
  }

  /** Whether another one would take a new room in that node's place. */
  servesWithout(node: NodeId): boolean {
    const request = {
      hint: null,
      measuredNodes: [],
      preferredNode: null,
      avoid: [node],
      on: [],
      brings: NEW_ROOM,
    }
    return place(this.#connected.placeable(Date.now()), request, Math.random) !== null
  }

  /** A node is gone. */
  lost(node: NodeId): void {
    this.#connected.forget(node)
    this.#changed()
  }

  /** How many nodes were heard lately. */
  count(): number {
    return this.#connected.fresh(Date.now()).size
  }

  view(): RegionView {
    return {
      connected: this.#connected.told(Date.now()),
      reachability: this.#reachability.all(),
      stalled: this.#stalls.reasons(),
    }
  }

  /** Opens a node's media ports for a page that comes with the ticket of that hash (N21). Throws `not-found` and `media-failed`. */
  openForPage(ticketHash: string, dtlsParameters: DtlsParameters) {
    return this.#reachability.openForPage(ticketHash, dtlsParameters)
  }

  /** By whom a connected node is lent, and else its own name. */
  nameOf(node: NodeId): string {
    return this.#connected.lenderOf(node)?.name ?? node
  }

  /** Takes what came of it. Throws `not-found`. */
  async endForPage(ticketHash: string, outcomes: readonly PortOutcome[]): Promise<Reachability> {
    const { node, reachability } = await this.#reachability.endForPage(ticketHash, outcomes)
    await this.#refresh(node)
    return reachability
  }
}
