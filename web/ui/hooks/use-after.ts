import { useEffect, useState } from 'preact/hooks'

/** True once `value` has stayed the same, and not null, for `delayMs`. */
export function useAfter(value: unknown, delayMs: number): boolean {
  const [settled, setSettled] = useState<unknown>(null)
  useEffect(() => {
    if (value === null) return
    const timer = setTimeout(() => setSettled(value), delayMs)
    return () => {
      clearTimeout(timer)
      setSettled(null)
    }
  }, [value, delayMs])
  return value !== null && settled === value
}
