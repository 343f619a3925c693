import type { Router, Worker } from 'mediasoup/types'

/** A router for no room: it knows no codec, so that nothing can be sent through it. Throws what mediasoup throws. */
export const openProbeRouter = (worker: Worker): Promise<Router> =>
  worker.createRouter({ mediaCodecs: [], appData: { isProbe: true } })

/** Calls `listener` for every router of a room that `worker` opens from now on. */
export function onCountedRouter(worker: Worker, listener: (router: Router) => void): void {
  worker.observer.on('newrouter', (router) => {
    if (router.appData['isProbe'] !== true) listener(router)
  })
}
