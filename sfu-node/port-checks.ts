import { ProtocolError } from '../protocol/errors.ts'
import type { CheckId } from '../protocol/ids.ts'
import type { CheckAnswer, CheckAsk, OpenedPort } from '../protocol/port-check.ts'
import { log } from './log.ts'
import { OpenedPorts } from './opened-ports.ts'
import { reasonOf } from './outcomes.ts'
import { PortProver } from './port-prover.ts'
import type { WorkerPool } from './worker-pool.ts'

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
      return { answer: 'ports-tried', outcomes: await this.#provers.take(check).try(ports, this.#announced) }
    } finally {
      this.#provers.end(check)
    }
  }
}

/** What checks have open, for a while. */
class Parts<Kind extends Part> {
  readonly #parts = new Map<CheckId, { readonly part: Kind; readonly timer: NodeJS.Timeout }>()

  keep(check: CheckId, part: Kind): Kind {
    this.end(check)
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
