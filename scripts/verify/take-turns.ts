import type { Say } from './stage.ts'

/** One of several that speak at the same time. */
export interface Voice {
  readonly say: Say
  /** It has said everything: the next one is heard. */
  end(): void
}

/**
 * Lets several speak at the same time, and be heard one after the other: the first as it speaks, whoever comes next when all
 * before it have ended, and what they said meanwhile at once.
 *
 * @param hear - Gets what may be heard now.
 */
export function takeTurns(count: number, hear: Say): Voice[] {
  const waiting = Array.from({ length: count }, () => ({ said: '', ended: false }))
  let turn = 0
  return waiting.map((own, index) => ({
    say: (text) => {
      if (index === turn) hear(text)
      else own.said += text
    },
    end: () => {
      own.ended = true
      while (waiting[turn]?.ended) {
        turn += 1
        const next = waiting[turn]
        if (next && next.said !== '') hear(next.said)
        if (next) next.said = ''
      }
    },
  }))
}
