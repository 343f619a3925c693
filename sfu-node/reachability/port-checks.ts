import { isIP } from 'node:net'
import { ProtocolError } from '../../protocol/errors.ts'
import type { CheckId } from '../../protocol/ids.ts'
import type { CheckAnswer, CheckAsk, OpenedPort } from '../../protocol/node-edge/port-check.ts'
import { reasonOf } from '../media/outcomes.ts'
import type { WorkerPool } from '../media/workers/worker-pool.ts'
import { log } from '../shared/log.ts'
import { OpenedPorts } from './opened-ports.ts'
import { PortProver } from './port-prover.ts'

/** Checks that a node takes part in at a time, as a prover or as the one that is checked: an edge needs no more. */
const MAX_CHECKS = 8
/** What a check has open is closed after this time, should the edge not come back to it. */
const CHECK_MAX_MS = 60_000

interface Part {
  close(): void
}

/** This node's part in checks of media ports (N17): as the one that is checked, and as the prover of others. */
export class PortChecks {
  readonly #pool: WorkerPool
  readonly #announced: readonly string[]
  readonly #opened = new Parts<OpenedPorts>()
  readonly #provers = new Parts<PortProver>()

  /** @param announced - The addresses that this node tells browsers. */
  constructor(pool: WorkerPool, announced: readonly string[]) {
    this.#pool = pool
    this.#announced = announced
  }

  /** Does what the edge asks. Never rejects. */
  async answer(ask: CheckAsk): Promise<CheckAnswer> {
    try {
      return await this.#obey(ask)
    } catch (error) {
      const reason = reasonOf(error)
      log.warn('port-check-failed', { ask: ask.ask, reason: reason.message })
      return { answer: 'failed', ...reason }
    }
  }

  async #obey(ask: CheckAsk): Promise<CheckAnswer> {
    switch (ask.ask) {
      case 'get-ready': {
        const prover = this.#provers.keep(ask.check, await PortProver.open(this.#pool))
        return { answer: 'ready', dtlsParameters: prover.dtlsParameters }
      }
      case 'open-ports': {
        const opened = this.#opened.keep(ask.check, await OpenedPorts.open(this.#pool, ask.dtlsParameters))
        return { answer: 'ports-opened', ports: [...opened.ports] }
      }
      case 'try-ports':
        return this.#try(ask.check, ask.ports)
      case 'close-ports': {
        const connected = await this.#opened.take(ask.check).connected()
        this.#opened.end(ask.check)
        return { answer: 'ports-closed', connected }
      }
      default:
        return ask satisfies never
    }
  }

  async #try(check: CheckId, ports: readonly OpenedPort[]): Promise<CheckAnswer> {
    try {
      // Nor for the edge does this machine look what others have open.
      if (!mayBeOfOneNode(ports)) throw new ProtocolError('bad-message', 'no node has such ports')
      return { answer: 'ports-tried', outcomes: await this.#provers.take(check).try(ports, this.#announced) }
    } finally {
      this.#provers.end(check)
    }
  }
}

/** Whether one node may have all of these ports: none of them is there twice, and there is one address of a family. */
function mayBeOfOneNode(ports: readonly OpenedPort[]): boolean {
  const addresses = new Set(ports.map(({ address }) => address))
  const families = new Set([...addresses].map(isIP))
  const ways = new Set(ports.map(({ protocol, address, port }) => `${protocol} ${address} ${port}`))
  return families.size === addresses.size && ways.size === ports.length
}

/** What checks have open, for a while. */
class Parts<Kind extends Part> {
  readonly #parts = new Map<CheckId, { readonly part: Kind; readonly timer: NodeJS.Timeout }>()

  /** Throws `rate-limited`, and closes the part then. */
  keep(check: CheckId, part: Kind): Kind {
    this.end(check)
    if (this.#parts.size >= MAX_CHECKS) {
      part.close()
      throw new ProtocolError('rate-limited', `at most ${MAX_CHECKS} checks at a time`, {
        retryAfterMs: CHECK_MAX_MS,
      })
    }
    const timer = setTimeout(() => this.end(check), CHECK_MAX_MS).unref()
    this.#parts.set(check, { part, timer })
    return part
  }

  /** Throws `not-found`. */
  take(check: CheckId): Kind {
    const kept = this.#parts.get(check)
    if (!kept) throw new ProtocolError('not-found', 'no such check')
    return kept.part
  }

  end(check: CheckId): void {
    const kept = this.#parts.get(check)
    this.#parts.delete(check)
    clearTimeout(kept?.timer)
    kept?.part.close()
  }
}
