/** One layer of somebody's camera, from when they came until now. */
export interface SentLayer {
  /** The height of its picture. */
  readonly lines: number
  readonly frames: number
  readonly bytes: number
}

/** What the crowd's page can be asked for. */
interface CrowdPage {
  /** So many people enter the room, one after the other; resolves when all of them send. */
  fill(room: string, count: number, framesPerSecond: number): Promise<void>
  /** What each of them sent of each layer, the smallest first. */
  sent(): Promise<SentLayer[][]>
}

declare global {
  interface Window {
    crowd: CrowdPage
  }
}
