import { DurableObject } from 'cloudflare:workers'
import * as v from 'valibot'
import { ProtocolError, type WireError } from '../../protocol/errors.ts'
import type { Lender, LenderInfo } from '../../protocol/http/lender.ts'
import type { Enrolled, ListedNode, NodeAdminState } from '../../protocol/http/lending.ts'
import type { PageCheck } from '../../protocol/http/page-check.ts'
import type { Statistics } from '../../protocol/http/statistics.ts'
import type { Swarm } from '../../protocol/http/swarm.ts'
import { MediaRoomId, type NodeId } from '../../protocol/ids.ts'
import type { DtlsParameters } from '../../protocol/media/transport.ts'
import type { TurnLevel, TurnUsage } from '../../protocol/media/turn.ts'
import type { NodeRegistration } from '../../protocol/node-edge/events.ts'
import type { NodePublicKey } from '../../protocol/node-edge/keys.ts'
import type { PortOutcome, Reachability } from '../../protocol/node-edge/port-check.ts'
import type { ProbedNode } from '../../protocol/node-edge/probe.ts'
import { type Answer, answerOf, roomOf } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import type { Measured } from '../metrics/edge-metrics.ts'
import { ownNodeKey, ownNodes } from '../node/own-nodes.ts'
import { candidates } from '../placement/candidates.ts'
import type { GeoPoint } from '../placement/geography.ts'
import { place } from '../placement/place.ts'
import { NEW_ROOM, type PlacementRequest } from '../placement/placement-request.ts'
import type { AddressHash } from '../room/door/secrets.ts'
import { migrateTables, type SqlMigration } from '../storage/sql-migrations.ts'
import { turnBudgets } from '../turn/turn-config.ts'
import { KeptNames } from './kept-names.ts'
import { listNodes } from './published/node-list.ts'
import type { RoomCounts } from './published/statistics.ts'
import { StatisticsStorage } from './published/statistics-storage.ts'
import { swarmOf } from './published/swarm.ts'
import { TurnMonths } from './published/turn-months.ts'
import { NodeReachability } from './reachability/node-reachability.ts'
import { AdminStates } from './registry/admin-states.ts'
import { type ConnectedNode, ConnectedNodes } from './registry/connected-nodes.ts'
import { DialLimiter } from './registry/dial-limiter.ts'
import { Invitations } from './registry/invitations.ts'
import { Lenders, nodeIdFor } from './registry/lenders.ts'
import { NodePauses } from './registry/node-pauses.ts'
import { type NodeReport, Reports } from './registry/reports.ts'

/** How a node stands, and the key that it has to prove; null where there is no such node, or it was revoked. */
export interface Admission {
  readonly key: NodePublicKey | null
  readonly standing: NodeAdminState
  /** Until when it may not dial, for what it said when it last did (ms since the epoch); null where it may. */
  readonly outUntil: number | null
}

/** Where somebody is to be carried, null for nowhere, and by whom: the operator's own nodes have no lender. */
export interface Placed {
  readonly node: NodeId | null
  readonly lender: LenderInfo | null
  /** What the month's budget for TURN lets through. */
  readonly turn: TurnLevel
}

/** What anybody may ask for is made anew so often at most, in ms; sooner where nodes come, go, or stand otherwise. */
const SWARM_KEPT_MS = 1_000

/** What becomes of the tables that earlier versions stored. */
const MIGRATIONS: readonly SqlMigration[] = []

/** Which nodes there are, who lends them, how they stand and how loaded they are; and which rooms wait for one. */
export class DirectoryObject extends DurableObject<Env> {
  readonly #sql: SqlStorage
  readonly #statistics: StatisticsStorage
  readonly #turnMonths: TurnMonths
  readonly #keptNames: KeptNames
  readonly #invitations: Invitations
  readonly #lenders: Lenders
  readonly #adminStates: AdminStates
  readonly #reachability: NodeReachability
  readonly #pauses: NodePauses
  readonly #connected: ConnectedNodes
  #swarm: { readonly swarm: Swarm; readonly until: number } | null = null
  readonly #dials = new DialLimiter()

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    migrateTables(ctx.storage, 'directory', MIGRATIONS)
    this.#sql = ctx.storage.sql
    this.#sql.exec('CREATE TABLE IF NOT EXISTS waiting (room TEXT PRIMARY KEY)')
    this.#statistics = new StatisticsStorage(this.#sql)
    this.#turnMonths = new TurnMonths(this.#sql, turnBudgets(env))
    this.#keptNames = new KeptNames(this.#sql)
    this.#invitations = new Invitations(this.#sql)
    this.#lenders = new Lenders(this.#sql)
    this.#adminStates = new AdminStates(this.#sql)
    this.#reachability = new NodeReachability(this.#sql, env, () => this.#provers())
    this.#pauses = new NodePauses(this.#sql)
    const knownOf = (node: NodeId) => ({
      standing: this.#adminStates.of(node).standing,
      reachable: this.#reachability.isReachable(node),
      at: this.#lenders.of(node)?.lender.at ?? null,
    })
    this.#connected = new ConnectedNodes(new Reports(this.#sql), knownOf, Date.now())
  }

  /** A node for that room, or for somebody in it; where there is none the room is remembered, and told when there is. */
  place(room: string, request: PlacementRequest): Placed {
    const turn = this.turnUse().level
    const node = this.#placeFor(request)
    if (node !== null) return { node, lender: this.#carrier(node), turn }
    this.#sql.exec('INSERT OR IGNORE INTO waiting (room) VALUES (?)', room)
    return { node, lender: null, turn }
  }

  /** A node that did not answer lately is better than none. */
  #placeFor(request: PlacementRequest): NodeId | null {
    const all = this.#connected.placeable(Date.now())
    const inTurn = this.#pauses.inTurn(all)
    const found = place(inTurn, request, Math.random)
    return found !== null || inTurn === all ? found : place(all, request, Math.random)
  }

  #carrier(node: NodeId): LenderInfo | null {
    const lent = this.#lenders.of(node)
    return lent && { name: lent.lender.name, link: lent.lender.link }
  }

  /** The nodes that are worth measuring for somebody at `hint`, with their probes (X8). */
  candidates(hint: GeoPoint | null): ProbedNode[] {
    const now = Date.now()
    const connected = this.#connected.fresh(now)
    const probeOf = (node: NodeId) => connected.get(node)?.row.report.registration.probe ?? null
    const probed = this.#pauses
      .inTurn(this.#connected.placeable(now))
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
    if (this.#connected.take(report, Date.now())) this.#swarm = null
    await this.#wakeWaiting(report.registration.node)
  }

  /** Nobody waits for it: it takes seconds. Never rejects. */
  async #checkPorts(registration: NodeRegistration): Promise<void> {
    try {
      if (await this.#reachability.heard(registration)) await this.#changed(registration.node)
    } catch (thrown) {
      log.error('ports-not-tried', thrown, { node: registration.node })
    }
  }

  /** What is stored of a node is otherwise than it was. */
  async #changed(node: NodeId): Promise<void> {
    this.#connected.refresh(node)
    this.#swarm = null
    await this.#wakeWaiting(node)
  }

  /** A node that the operator has paused is trusted with nothing. */
  #provers(): ConnectedNode[] {
    const standingOf = this.#adminStates.all()
    const connected = [...this.#connected.fresh(Date.now()).values()]
    return connected.filter(({ row }) => standingOf(row.node).standing === 'active')
  }

  /** Tells the rooms that wait for a node that there is this one, if it takes rooms. */
  async #wakeWaiting(node: NodeId): Promise<void> {
    if (!this.#connected.takesRooms(node, Date.now())) return
    const rooms = this.#sql.exec<{ room: string }>('DELETE FROM waiting RETURNING room').toArray()
    const told = await Promise.allSettled(
      rooms.map(({ room }) =>
        roomOf(this.env, v.parse(MediaRoomId, room)).repeat((object) => object.nodeAvailable()),
      ),
    )
    for (const outcome of told) {
      // A room that was not reached asks again by its own alarm.
      if (outcome.status === 'rejected') log.error('room-not-told', outcome.reason)
    }
  }

  /** Pages lost their way to a node that lives (F4): its ports are tried again soon. */
  doubted(node: NodeId): void {
    this.#reachability.doubted(node, Date.now())
  }

  /** A node lives, and leaves questions unanswered: whether another one would take a new room in its place. */
  unanswering(node: NodeId): boolean {
    this.#pauses.stall(node)
    const request = { hint: null, measured: [], wished: null, avoid: [node], on: [], brings: NEW_ROOM }
    return place(this.#connected.placeable(Date.now()), request, Math.random) !== null
  }

  /** A node has said too much that cannot be true: it is paused, and may not dial for a while (N13). */
  async misbehaved(node: NodeId, reason: string): Promise<void> {
    this.#pauses.timeOut(node)
    await this.setAdminState(node, 'paused', reason)
  }

  /** A node is gone. */
  lost(node: NodeId): void {
    this.#connected.forget(node)
    this.#swarm = null
  }

  /** A room says what it has counted, and is told what the month's budget for TURN lets through. */
  reportFigures(room: RoomCounts): TurnLevel {
    const more = this.#statistics.take(room, Date.now())
    this.#turnMonths.add(more['relayed-bytes'] ?? 0, Date.now())
    return this.turnUse().level
  }

  /** By what the address of whoever owns a room is counted. */
  ownerMark(network: string | null): AddressHash {
    return this.#keptNames.markOf(network)
  }

  /** Whether a room's name may be kept for that address (D10). */
  keepName(mark: AddressHash): boolean {
    return this.#keptNames.keep(mark, Date.now())
  }

  /** How much went through TURN servers this month, and how much may. */
  turnUse(): TurnUsage {
    return this.#turnMonths.use(Date.now())
  }

  statistics(): Statistics {
    return this.#statistics.summary(Date.now())
  }

  /** Who carries the rooms, as everybody may know it. */
  swarm(): Swarm {
    const now = Date.now()
    const kept = this.#swarm
    if (kept !== null && now < kept.until) return kept.swarm
    const swarm = swarmOf(this.nodes())
    this.#swarm = { swarm, until: now + SWARM_KEPT_MS }
    return swarm
  }

  /** What is measured of all rooms and nodes. */
  measured(): Measured {
    const present = this.#statistics.present(Date.now())
    return { present, totals: this.#statistics.totals(), turn: this.turnUse(), nodes: this.nodes() }
  }

  /** How many nodes were heard lately. */
  count(): number {
    return this.#connected.fresh(Date.now()).size
  }

  /** Whether one more node, or what says that it is one, may dial from that network now (N25). */
  waitToDial(network: string | null): number {
    return this.#dials.waitToDial(network, Date.now())
  }

  /** What whoever dials under that id has to prove. */
  admission(node: NodeId): Admission {
    const { standing } = this.#adminStates.of(node)
    const key = ownNodeKey(this.env, node) ?? this.#lenders.of(node)?.key ?? null
    return { key: standing === 'revoked' ? null : key, standing, outUntil: this.#pauses.outUntil(node) }
  }

  /** @param until - In ms since the epoch. */
  invite(codeHash: string, lender: Lender, until: number): void {
    this.#invitations.add(codeHash, lender, until, Date.now())
    log.info('lender-invited', { until: new Date(until).toISOString() })
  }

  /** Makes a node of whoever brings an invitation's code, and has proved to hold the key (N10). */
  enrol(codeHash: string, key: NodePublicKey): Promise<Answer<Enrolled>> {
    return answerOf(() => {
      const { lender, node: before } = this.#invitations.open(codeHash, key, Date.now())
      const node = before ?? nodeIdFor(lender.name, (id) => this.#isTaken(id))
      if (before === null) {
        this.#lenders.enrol(node, key, lender)
        this.#invitations.use(codeHash, key, node)
        this.#swarm = null
        log.info('node-enrolled', { node })
      }
      return { node, lender: lender.name }
    })
  }

  /** Opens a node's media ports for a page that comes with the ticket of that hash (N21). */
  openPageCheck(ticketHash: string, dtlsParameters: DtlsParameters): Promise<Answer<PageCheck>> {
    return answerOf(async () => {
      const { node, ports } = await this.#reachability.openForPage(ticketHash, dtlsParameters)
      return { lender: this.#lenders.of(node)?.lender.name ?? node, ports }
    })
  }

  endPageCheck(ticketHash: string, outcomes: readonly PortOutcome[]): Promise<Answer<Reachability>> {
    return answerOf(async () => {
      const { node, reachability } = await this.#reachability.endForPage(ticketHash, outcomes)
      await this.#changed(node)
      return reachability
    })
  }

  /** Also by a node that the operator no longer has, but that was paused or revoked. */
  #isTaken(node: NodeId): boolean {
    return this.#isKnown(node) || this.#adminStates.of(node).standing !== 'active'
  }

  #isKnown(node: NodeId): boolean {
    return ownNodeKey(this.env, node) !== null || this.#lenders.of(node) !== null
  }

  /** Says how a node stands from now on; null where it does, or why it cannot. A lender's node that was revoked stays so (N11). */
  async setAdminState(
    node: NodeId,
    standing: NodeAdminState,
    reason: string | null,
  ): Promise<WireError | null> {
    if (!this.#isKnown(node)) return new ProtocolError('not-found', `there is no node ${node}`).toWire()
    if (this.#lenders.of(node)?.key === null && standing !== 'revoked') {
      return new ProtocolError('not-allowed', `${node} was revoked: invite it again`).toWire()
    }
    this.#adminStates.set(node, standing, reason)
    if (standing === 'revoked') this.#lenders.eraseKey(node)
    if (standing === 'active') this.#pauses.forgive(node)
    log.info('node-stands', { node, standing, reason })
    await this.#changed(node)
    return null
  }

  /** All nodes that may dial, or might once. */
  nodes(): ListedNode[] {
    return listNodes({
      own: ownNodes(this.env),
      lenders: this.#lenders,
      adminStates: this.#adminStates,
      reachability: this.#reachability,
      pauses: this.#pauses,
      connected: this.#connected.fresh(Date.now()),
    })
  }
}
