import { type ReadonlySignal, signal } from '@preact/signals'
import type { MediaSource } from '../../../protocol/media.ts'
import type { ArrivedDevice } from '../capture/local-media.ts'
import type { LinkOffer } from './link-offers.ts'

/** Something that happened to us, and that the page tells us for a while. */
export type News =
  | { readonly what: 'source-stopped'; readonly source: MediaSource; readonly by: string }
  | { readonly what: 'unmute-asked'; readonly by: string }
  | { readonly what: 'device-arrived'; readonly device: ArrivedDevice }
  | { readonly what: 'speaker-lost'; readonly label: string }
  | { readonly what: `${'microphone' | 'camera' | 'screen'}-forbidden` }
  /** What our own link is good for. */
  | { readonly what: LinkOffer }
  | { readonly what: 'role-given' | 'role-inherited' | 'role-taken' }

export type NewsItem = News & { readonly id: number }

/** How long news stay; a question waits longer than a statement. */
const SHOWN_MS = { statement: 8_000, question: 30_000 } as const
const MOST_AT_ONCE = 3

/** News that wait for an answer. */
const QUESTIONS: readonly News['what'][] = ['unmute-asked', 'device-arrived', 'weak-link', 'link-well']

/** Whether the news waits for an answer. */
export const isQuestion = ({ what }: Pick<News, 'what'>): boolean => QUESTIONS.includes(what)

/** What happened to us lately, the newest last; of one kind only the latest. */
export class NewsOfRoom {
  readonly #list = signal<readonly NewsItem[]>([])
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()
  /** What the person does not want to be told again. */
  readonly #declined = new Set<string>()
  #lastId = 0

  get list(): ReadonlySignal<readonly NewsItem[]> {
    return this.#list
  }

  add(news: News): void {
    if (this.#declined.has(JSON.stringify(news))) return
    this.#lastId += 1
    const item = { ...news, id: this.#lastId }
    const others = this.#list.peek().filter((other) => other.what !== news.what)
    this.#list.value = [...others, item].slice(-MOST_AT_ONCE)
    const shown = isQuestion(news) ? SHOWN_MS.question : SHOWN_MS.statement
    this.#timers.set(
      item.id,
      setTimeout(() => this.dismiss(item.id), shown),
    )
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    this.#list.value = this.#list.peek().filter((item) => item.id !== id)
  }

  /** Puts it away where it is told: it is not so any more. */
  withdraw(what: News['what']): void {
    for (const item of this.#list.peek()) if (item.what === what) this.dismiss(item.id)
  }

  /** Puts it away, and never tells the same again. */
  decline(id: number): void {
    const item = this.#list.peek().find((each) => each.id === id)
    if (!item) return
    const { id: _, ...news } = item
    this.#declined.add(JSON.stringify(news))
    this.dismiss(id)
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }
}
