import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { figuresBetween, type NetworkFigures } from '../../core/network/network-figures.ts'
import { type NetworkReading, readNetwork } from '../../core/network/network-reading.ts'
import type { RoomSession } from '../../core/session/room-session.ts'

const INTERVAL_MS = 2_000
/** The first look follows sooner: nobody waits for figures. */
const FIRST_MS = 500

/** What happens on one's own connection, for as long as somebody looks; null until it was measured. */
export function useNetworkFigures(session: RoomSession): NetworkFigures | null {
  const figures = useSignal<NetworkFigures | null>(null)
  useEffect(() => {
    let before: NetworkReading | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const look = async (): Promise<void> => {
      const connections = await session.connectionReports()
      if (stopped) return
      const now = readNetwork(connections, performance.now())
      if (before) figures.value = figuresBetween(before, now)
      timer = setTimeout(start, before ? INTERVAL_MS : FIRST_MS)
      before = now
    }
    const start = (): void => {
      look().catch(reportError)
    }
    start()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [session, figures])
  return figures.value
}
