// Runs in the page under measurement before anything of the page's own; the same for every contestant.
import { Connections } from './connections.ts'
import { firstPicture } from './first-picture.ts'
import { readPageLoad } from './page-load.ts'
import { SocketCount } from './socket-count.ts'
import { Timeline } from './timeline.ts'

/** What the benchmark asks of a page. */
export interface JoinProbe {
  /**
   * Resolves once the first picture of somebody else was presented; what it gives is to be read as a Report. Rejects
   * when none comes.
   */
  report(): Promise<unknown>
  setSending(on: boolean): Promise<void>
  framesEncoded(): Promise<number>
}

declare global {
  interface Window {
    joinProbe: JoinProbe
  }
}

const PATIENCE_MS = 60_000

const timeline = new Timeline()
const sockets = new SocketCount(timeline)
const connections = new Connections(timeline, () => sockets.seal())

function watchCapture(): void {
  // Pages that are not secure have none.
  if (!navigator.mediaDevices) return
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    timeline.mark('captureAsked')
    const stream = await ask(constraints)
    timeline.mark('captureGiven')
    return stream
  }
}

sockets.install()
connections.install()
watchCapture()
addEventListener('click', () => timeline.mark('click'), { capture: true })
const picture = firstPicture(timeline, connections).then(() => ({
  ...readPageLoad(timeline),
  ...sockets.figures,
  marks: timeline.marks,
}))

const tooLong = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no picture; so far ${JSON.stringify(timeline.marks)}`)), PATIENCE_MS)
  })

window.joinProbe = {
  report: () => Promise.race([picture, tooLong()]),
  setSending: (on) => connections.setSending(on),
  framesEncoded: () => connections.framesEncoded(),
}
