import { DurableObject } from 'cloudflare:workers'
import type { WireError } from '../../protocol/errors.ts'
import type { Lender, LenderInfo } from '../../protocol/http/lender.ts'
import type { Enrolled, ListedNode, NodeAdminState } from '../../protocol/http/lending.ts'
import type { PageCheck } from '../../protocol/http/page-check.ts'
import type { Statistics } from '../../protocol/http/statistics.ts'
import type { Swarm } from '../../protocol/http/swarm.ts'
import type { NodeId } from '../../protocol/ids.ts'
import type { DtlsParameters } from '../../protocol/media/transport.ts'
import type { TurnLevel, TurnUsage } from '../../protocol/media/turn.ts'
import type { NodePublicKey } from '../../protocol/node-edge/keys.ts'
import type { PortOutcome, Reachability } from '../../protocol/node-edge/port-check.ts'
import type { ProbedNode } from '../../protocol/node-edge/probe.ts'
import { type Answer, answerOf } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import type { AddressHash } from '../http/address-hash.ts'
import type { Measured } from '../metrics/edge-metrics.ts'
import type { GeoPoint } from '../placement/geography.ts'
import type { PlacementRequest } from '../placement/placement-request.ts'
import { HOME, type Region } from '../placement/regions.ts'
import { type TablesUpgrade, upgradeTables } from '../storage/table-upgrades.ts'
import { turnBudgets } from '../turn/turn-config.ts'
import { KeptNames } from './kept-names.ts'
import { Published } from './published/published.ts'
import type { RoomCounts } from './published/statistics.ts'
import { StatisticsStorage } from './published/statistics-storage.ts'
import { TurnMonths } from './published/turn-months.ts'
import { KnownRegions } from './registry/known-regions.ts'
import { type Admission, NodeRegistry } from './registry/node-registry.ts'
import { RegionNodes, type RegionOffer, type RegionView } from './registry/region-nodes.ts'
import type { NodeReport } from './registry/reports.ts'
import type { Unspoken } from './registry/unspoken-versions.ts'

/** What placement has to know beside nodes: what the month's budget for TURN lets through, and where nodes are. */
export interface Outline {
  readonly turn: TurnLevel
  /** The regions in which there may be nodes. */
  readonly regions: readonly Region[]
  /** Those of the nodes that were asked about. */
  readonly of: readonly Region[]
}

/** Where somebody is to be carried, null for nowhere, and by whom: the operator's own nodes have no lender. */
export interface Placed extends Omit<Outline, 'of'> {
  readonly node: NodeId | null
  readonly lender: LenderInfo | null
}

/** What becomes of the tables that earlier versions stored. */
const UPGRADES: readonly TablesUpgrade[] = []

/**
 * Which nodes there are, and which rooms wait for one: of a region, whose object this is. That of the region at home is the
 * central one as well: it knows who may dial at all, in whichever region, it counts, and it publishes what all of them know.
 * On one's own machine there is no other.
 */
export class DirectoryObject extends DurableObject<Env> {
  readonly #nodes: RegionNodes
  readonly #registry: NodeRegistry
  readonly #regions: KnownRegions
  readonly #published: Published
  readonly #statistics: StatisticsStorage
  readonly #turnMonths: TurnMonths
  readonly #keptNames: KeptNames

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    upgradeTables(ctx.storage, 'directory', UPGRADES)
    const { sql } = ctx.storage
    this.#statistics = new StatisticsStorage(sql)
    this.#turnMonths = new TurnMonths(sql, turnBudgets(env))
    this.#keptNames = new KeptNames(sql)
    this.#registry = new NodeRegistry(sql, env)
    this.#regions = new KnownRegions(sql)
    this.#nodes = new RegionNodes(sql, env, () => this.#published.changed())
    const parts = { registry: this.#registry, nodes: this.#nodes, regions: this.#regions }
    this.#published = new Published(env, parts)
  }

  // What each region does.

  /** A node of this region for whoever asks; null where there is none. */
  offer(request: PlacementRequest): RegionOffer | null {
    return this.#nodes.offer(request)
  }

  /** The same for that room, which is remembered where there is none, and told when there is. */
  place(room: string, request: PlacementRequest): Placed {
    const offer = this.#nodes.offer(request)
    if (offer === null) this.#nodes.wait(room)
    const { node = null, lender = null } = offer ?? {}
    return { node, lender, turn: this.turnUsage().level, regions: this.#allRegions() }
  }

  /** The nodes that are worth measuring for somebody at `hint`, with their probes (X8). */
  candidates(hint: GeoPoint | null): ProbedNode[] {
    return this.#nodes.candidates(hint)
  }

  /** A node has registered, or told its load. */
  heard(report: NodeReport): Promise<void> {
    return this.#nodes.heard(report)
  }

  /** The operator has said what a node of this region is to be. */
  adminStateChanged(node: NodeId, adminState: NodeAdminState): Promise<void> {
    return this.#nodes.setAdminState(node, adminState)
  }

  /** Pages lost their way to a node that lives (F4): its ports are tried again soon. */
  suspected(node: NodeId): void {
    this.#nodes.suspected(node)
  }

  /** A node lives, and leaves requests unanswered: answers as `servesWithout`. */
  stalled(node: NodeId): boolean {
    return this.#nodes.stalled(node)
  }

  /** Whether another one would take a new room in that node's place. */
  servesWithout(node: NodeId): boolean {
    return this.#nodes.servesWithout(node)
  }

  /** A node is gone. */
  lost(node: NodeId): void {
    this.#nodes.lost(node)
  }

  /** How many nodes of this region were heard lately. */
  count(): number {
    return this.#nodes.count()
  }

  /** What this region knows of its nodes that operators and visitors are told. */
  view(): RegionView {
    return this.#nodes.view()
  }

  /** Opens a node's media ports for a page that comes with the ticket of that hash (N21). */
  openPageCheck(ticketHash: string, dtlsParameters: DtlsParameters): Promise<Answer<PageCheck>> {
    return answerOf(async () => {
      const { node, ports } = await this.#nodes.openForPage(ticketHash, dtlsParameters)
      return { lender: this.#nodes.nameOf(node), ports }
    })
  }

  endPageCheck(ticketHash: string, outcomes: readonly PortOutcome[]): Promise<Answer<Reachability>> {
    return answerOf(() => this.#nodes.endForPage(ticketHash, outcomes))
  }

  // What the one at home does for all.

  /** @param nodes - Of which it is asked in which region they are listed. */
  outline(nodes: readonly NodeId[]): Outline {
    const of = nodes.map((node) => this.#regions.of(node))
    return { turn: this.turnUsage().level, regions: this.#allRegions(), of }
  }

  /** The regions in which there may be nodes. */
  #allRegions(): Region[] {
    const home = this.#nodes.count() > 0 ? [HOME] : []
    return [...home, ...this.#regions.all()]
  }

  /** A node has registered in that region. */
  registeredIn(node: NodeId, region: Region): void {
    this.#regions.list(node, region)
  }

  /** How long one more node, or what says that it is one, has to wait to dial from that network (ms); 0 where it may (N25). */
  waitToDial(network: string | null): number {
    return this.#registry.waitToDial(network)
  }

  /** What whoever dials under that id has to prove. */
  admission(node: NodeId): Admission {
    return this.#registry.admission(node)
  }

  /** A node has proved who it is, and speaks a version that is none of ours; or, with null, one that is. */
  setUnspoken(node: NodeId, unspoken: Unspoken | null): void {
    this.#registry.setUnspoken(node, unspoken)
  }

  /** @param until - In ms since the epoch. */
  invite(codeHash: string, lender: Lender, until: number): void {
    this.#registry.invite(codeHash, lender, until)
  }

  /** Makes a node of whoever brings an invitation's code, and has proved to hold the key (N10). */
  enrol(codeHash: string, key: NodePublicKey): Promise<Answer<Enrolled>> {
    this.#published.changed()
    return answerOf(() => this.#registry.enrol(codeHash, key))
  }

  /** A node has said too much that cannot be true: it is paused, and may not dial for a while (N13). */
  misbehaved(node: NodeId, reason: string): void {
    this.#registry.misbehaved(node, reason)
    this.#published.changed()
  }

  /** Says what a node is from now on; null where it is, or why it cannot be (N11). */
  setAdminState(node: NodeId, adminState: NodeAdminState, reason: string | null): WireError | null {
    this.#published.changed()
    return this.#registry.setAdminState(node, adminState, reason)
  }

  /** All nodes that may dial, or might once. */
  nodes(): Promise<ListedNode[]> {
    return this.#published.nodes()
  }

  /** Who carries the rooms, as everybody may know it. */
  swarm(): Promise<Swarm> {
    return this.#published.swarm()
  }

  /** How many nodes were heard lately, in all regions. */
  countAll(): Promise<number> {
    return this.#published.count()
  }

  /** What is measured of all rooms and nodes. */
  async measured(): Promise<Measured> {
    const present = this.#statistics.present(Date.now())
    const turn = this.turnUsage()
    return { present, totals: this.#statistics.totals(), turn, nodes: await this.nodes() }
  }

  /** A room says what it has counted, and is told what the month's budget for TURN lets through. */
  reportFigures(room: RoomCounts): TurnLevel {
    const more = this.#statistics.take(room, Date.now())
    this.#turnMonths.add(more['relayed-bytes'] ?? 0, Date.now())
    return this.turnUsage().level
  }

  /** By what the address of whoever owns a room is counted. */
  ownerMark(network: string | null): AddressHash {
    return this.#keptNames.markOf(network, Date.now())
  }

  /** Whether a room's name may be kept for that address (D10). */
  keepName(mark: AddressHash): boolean {
    return this.#keptNames.keep(mark, Date.now())
  }

  /** How much went through TURN servers this month, and how much may. */
  turnUsage(): TurnUsage {
    return this.#turnMonths.use(Date.now())
  }

  statistics(): Statistics {
    return this.#statistics.summary(Date.now())
  }
}
