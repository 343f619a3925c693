import type { ReadonlySignal } from '@preact/signals'
import type { MeasuredNode } from '../../protocol/page-edge/requests.ts'

/** Measures how far nodes are; this shows them one's address. */
export type MeasureNodes = () => Promise<MeasuredNode[]>

/** How far nodes are from here, measured while the person looks at the preview. Nothing ever waits for it. */
export class NodeDistances {
  readonly #measureNodes: MeasureNodes
  readonly #hidesAddress: ReadonlySignal<boolean>
  #found: readonly MeasuredNode[] = []

  constructor(measureNodes: MeasureNodes, hidesAddress: ReadonlySignal<boolean>) {
    this.#measureNodes = measureNodes
    this.#hidesAddress = hidesAddress
  }

  /** What was found so far: nothing is told by somebody who hides where they are. */
  get found(): readonly MeasuredNode[] {
    return this.#hidesAddress.peek() ? [] : this.#found
  }

  /** Measures anew, in the background; not where the person hides their address, which every node would see that is asked. */
  measure(): void {
    this.#found = []
    if (this.#hidesAddress.peek()) return
    this.#measureNodes().then(
      (found) => {
        this.#found = found
      },
      (cause) => console.warn('nodes are not measured:', cause),
    )
  }
}
