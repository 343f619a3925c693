import { observer } from 'mediasoup'
import type { Consumer, Producer, Router } from 'mediasoup/types'

/** All that mediasoup made in this process since this file was loaded, in order: what no outcome tells. */
export const made = {
  routers: [] as Router[],
  producers: [] as Producer[],
  consumers: [] as Consumer[],
}

observer.on('newworker', (worker) => worker.observer.on('newrouter', watchRouter))

function watchRouter(router: Router): void {
  made.routers.push(router)
  router.observer.on('newtransport', (transport) => {
    transport.observer.on('newproducer', (producer) => made.producers.push(producer))
    transport.observer.on('newconsumer', (consumer) => made.consumers.push(consumer))
  })
}

/** The last of a list, which must be there. */
export function last<Item>(items: readonly Item[]): Item {
  const item = items.at(-1)
  if (!item) throw new Error('mediasoup made none')
  return item
}

/** Receives a producer with all that a page can receive, but in this process: each packet is here to see. */
export async function receiveHere(router: Router, { id: producerId }: Producer, spatialLayer = 2) {
  const transport = await router.createDirectTransport()
  const consumer = await transport.consume({
    producerId,
    rtpCapabilities: router.rtpCapabilities,
    preferredLayers: { spatialLayer },
  })
  const packets: Buffer[] = []
  consumer.on('rtp', (packet) => packets.push(packet))
  return { consumer, packets }
}

/** Half a second is 25 packets of ours. */
const A_WHILE_MS = 500
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, A_WHILE_MS))

/** How many packets arrive from now on, for a while. */
export async function arriving(packets: readonly unknown[]): Promise<number> {
  const before = packets.length
  await aWhile()
  return packets.length - before
}
