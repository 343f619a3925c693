import { useEffect } from 'preact/hooks'

/** Keeps the screen on while one is in a room and looks at it (W3C screen-wake-lock), where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let left = false
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      const held = await navigator.wakeLock.request('screen')
      lock = held
      if (left) await held.release()
    }
    // The browser lets go when nobody looks, and refuses where the battery is low: the call goes on without.
    const tryToHold = (): void => {
      hold().catch((error) => console.info('the screen may go dark', error))
    }
    tryToHold()
    document.addEventListener('visibilitychange', tryToHold)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', tryToHold)
      lock?.release().catch(reportError)
    }
  }, [])
}
