import { ProtocolError } from '../../../protocol/errors.ts'
import { newCheckTicket } from '../../../protocol/http/page-check.ts'
import { type NodeId, newCheckId } from '../../../protocol/ids.ts'
import { PORTS_RETRY_MIN_MS } from '../../../protocol/limits.ts'
import type { DtlsParameters } from '../../../protocol/media/transport.ts'
import type { NodeRegistration } from '../../../protocol/node-edge/events.ts'
import type { PortOutcome, Reachability, TriedPort } from '../../../protocol/node-edge/port-check.ts'
import { nodeOf } from '../../durable-objects.ts'
import type { Env } from '../../env.ts'
import { hashOfTicket } from '../../lending/page-check.ts'
import { log } from '../../log.ts'
import { ownNodes } from '../../node/own-nodes.ts'
import type { ConnectedNode } from '../registry/connected-nodes.ts'
import { type CheckRecord, CheckRecords } from './check-records.ts'
import { chooseProver } from './choose-prover.ts'
import { PageChecks } from './page-checks.ts'
import { afterCheck, type PortVerdict, recheckAfterMs } from './port-verdict.ts'
import { closePorts, openPorts, tryPorts } from './try-ports.ts'

/** A check that was not heard of for so long was lost, as when this object was evicted. */
const CHECK_LOST_AFTER_MS = 2 * PORTS_RETRY_MIN_MS

/** Which nodes were proved to be reachable (N17, N18). For their own, operators vouch. */
export class NodeReachability {
  readonly #env: Env
  readonly #checks: CheckRecords
  readonly #pages: PageChecks
  readonly #provers: () => readonly ConnectedNode[]
  #own: ReadonlySet<NodeId> | null = null
  /** Whose ports are being tried: those of each node by one other at a time. */
  readonly #underWay = new Set<NodeId>()

  /** @param provers - The nodes that could try another one's ports. */
  constructor(sql: SqlStorage, env: Env, provers: () => readonly ConnectedNode[]) {
    this.#env = env
    this.#checks = new CheckRecords(sql)
    this.#pages = new PageChecks(sql)
    this.#provers = provers
  }

  /** What is known of all nodes whose ports were tried, read once. */
  all(): Map<NodeId, Reachability> {
    return new Map(
      Array.from(this.#checks.all(), ([node, { verdict }]) => {
        const { reachable, ports } = verdict
        return [node, { reachable, ports: [...ports] }]
      }),
    )
  }

  isReachable(node: NodeId): boolean {
    return this.#isOwn(node) || this.#checks.isReachable(node)
  }

  /**
   * A node is heard, as it is every few seconds: has its ports tried where that is due and somebody can. Resolves with
   * whether something was found out.
   */
  async heard(registration: NodeRegistration): Promise<boolean> {
    const { node } = registration
    if (this.#isOwn(node)) return false
    const record = this.#checks.registered(registration, Date.now())
    if (record.dueAt > Date.now() || this.#underWay.has(node)) return false
    const prover = this.#proverFor(registration, record.prover)
    if (prover === null) {
      if (!record.verdict.reachable) await this.#askForPage(registration)
      return false
    }
    const lostAt = Date.now() + CHECK_LOST_AFTER_MS
    this.#checks.set(node, { ...record, dueAt: lostAt, triedAt: Date.now() })
    const ports = await this.#tryPorts(registration, prover)
    const known = this.#checks.of(node)
    // It came anew meanwhile: what was tried may not be what is there.
    if (known?.dueAt !== lostAt) return false
    await this.#conclude(node, { ...known, prover }, ports)
    return true
  }

  async #tryPorts(registration: NodeRegistration, prover: NodeId): Promise<TriedPort[] | null> {
    this.#underWay.add(registration.node)
    try {
      return await tryPorts(this.#env, registration, prover)
    } finally {
      this.#underWay.delete(registration.node)
    }
  }

  /** Somebody lost their way to it: it is tried again soon, however often that is said. */
  suspected(node: NodeId, now: number): void {
    const known = this.#checks.of(node)
    if (known) this.#checks.set(node, { ...known, dueAt: Math.min(known.dueAt, now + PORTS_RETRY_MIN_MS) })
  }

  /** Opens a node's ports for the page that has this ticket (N21). Throws `not-found` and `ports-not-opened`. */
  async openForPage(ticketHash: string, dtlsParameters: DtlsParameters) {
    const node = this.#pages.spend(ticketHash, Date.now())
    const check = newCheckId()
    this.#pages.opened(node, { check, ports: [] }, Date.now())
    const media = this.#checks.of(node)?.media
    const ports = media ? await openPorts(this.#env, { node, media }, check, dtlsParameters) : null
    if (!ports) throw new ProtocolError('ports-not-opened', 'the node does not open its ports')
    this.#pages.opened(node, { check, ports }, Date.now())
    return { node, ports }
  }

  /** Takes what came of it. Throws `not-found`. */
  async endForPage(
    ticketHash: string,
    outcomes: readonly PortOutcome[],
  ): Promise<{ readonly node: NodeId; readonly reachability: Reachability }> {
    const opened = this.#pages.end(ticketHash, Date.now())
    const ports = await closePorts(this.#env, opened, outcomes)
    const known = this.#checks.of(opened.node)
    if (!known) throw new ProtocolError('not-found', 'that node is not known any more')
    const { reachable } = await this.#conclude(opened.node, known, ports)
    return { node: opened.node, reachability: { reachable, ports: ports ?? [] } }
  }

  async #conclude(node: NodeId, known: CheckRecord, ports: TriedPort[] | null): Promise<PortVerdict> {
    const verdict = afterCheck(known.verdict, ports)
    const dueAt = Date.now() + recheckAfterMs(verdict)
    this.#checks.set(node, { ...known, verdict: { ...verdict, ports: [...verdict.ports] }, dueAt })
    log.info('ports-tried', { node, reachable: verdict.reachable, failures: verdict.failures })
    if (ports && verdict.ports === ports) await this.#tell(node, { reachable: verdict.reachable, ports })
    return verdict
  }

  async #askForPage(registration: NodeRegistration): Promise<void> {
    if (this.#pages.isWaiting(registration, Date.now())) return
    const ticket = newCheckTicket()
    this.#pages.add(registration, hashOfTicket(ticket), Date.now())
    await nodeOf(this.#env, registration.node).repeat((object) => object.tellCheckTicket(ticket))
  }

  async #tell(node: NodeId, reachability: Reachability): Promise<void> {
    await nodeOf(this.#env, node).repeat((object) => object.tellReachability(reachability))
  }

  /** Lent nodes at the same address would reach each other behind any firewall. */
  #proverFor({ node, media }: NodeRegistration, last: NodeId | null): NodeId | null {
    const elsewhere = ({ row }: ConnectedNode): boolean =>
      !row.report.registration.media.addresses.some((address) => media.addresses.includes(address))
    const provers = this.#provers()
      .map((prover) => ({ prover, node: prover.row.node, isOwn: this.#isOwn(prover.row.node) }))
      .filter(
        (each) =>
          each.node !== node && (each.isOwn || (each.prover.placeable.reachable && elsewhere(each.prover))),
      )
    return chooseProver(provers, last, Math.random)
  }

  #isOwn(node: NodeId): boolean {
    this.#own ??= new Set(ownNodes(this.#env))
    return this.#own.has(node)
  }
}
