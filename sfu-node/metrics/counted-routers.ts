import type { AppData, Router, Worker } from 'mediasoup/types'

/** What a router is given that belongs to no room: it counts neither as load nor as transfer. */
export const UNCOUNTED: AppData = { isUncounted: true }

/** Calls `listener` for every router of a room that `worker` opens from now on. */
export function onCountedRouter(worker: Worker, listener: (router: Router) => void): void {
  worker.observer.on('newrouter', (router) => {
    if (router.appData['isUncounted'] !== true) listener(router)
  })
}
