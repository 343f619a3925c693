import { onTestFinished } from 'vitest'
import type { MediaRoomId, PipeId } from '../../../protocol/ids.ts'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import { WORKER_FULL_AT } from '../../../sfu-node/media/room-routers.ts'
import { Rooms } from '../../../sfu-node/media/rooms.ts'
import { WorkerPool } from '../../../sfu-node/media/workers/worker-pool.ts'

export const ANNOUNCED = '192.0.2.7'

export const PIPE_PORTS = { from: 41_000, to: 41_099 }

/** Real mediasoup workers on free loopback ports, closed when the test ends. */
export async function openPool(
  workers: number,
  {
    listen = '127.0.0.1',
    announce = [ANNOUNCED],
    pipePorts = PIPE_PORTS,
    workerFullAt = WORKER_FULL_AT,
  } = {},
) {
  const mediaPort = await freePorts(workers)
  const lost: MediaRoomId[][] = []
  /** The pipes that were found silent. */
  const silent: PipeId[] = []
  let tellLost = (_: readonly MediaRoomId[]) => {}
  const nextLost = new Promise<readonly MediaRoomId[]>((resolve) => {
    tellLost = resolve
  })
  const pool = await WorkerPool.open(
    { listen, announce, mediaPort, pipePorts, workers },
    {
      onRoomsLost: (rooms) => {
        lost.push([...rooms])
        tellLost(rooms)
      },
    },
  )
  onTestFinished(() => pool.close())
  return {
    pool,
    rooms: new Rooms(pool, { workerFullAt, onPipeSilent: (_, pipe) => silent.push(pipe) }),
    silent,
    mediaPort,
    lost,
    nextLost,
  }
}
