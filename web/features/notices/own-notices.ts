import { type ReadonlySignal, signal } from '@preact/signals'
import type { MediaSource } from '../../../protocol/media/session.ts'
import type { ArrivedDevice } from '../../core/capture/local-media.ts'
import { perSession } from '../../core/session/per-session.ts'
import type { LinkOffer } from '../connection/link-offers.ts'

/** What changed for an encrypted room. */
export type KeyNews =
  /** Moderators put them out; `followNothing` where the keys are others since. */
  | { readonly what: 'put-out'; readonly names: readonly string[]; readonly followNothing: boolean }
  /** The keys are others since they came. */
  | { readonly what: 'keys-since'; readonly names: readonly string[] }
  /** The room goes by the keys of its group again. */
  | { readonly what: 'keys-of-group' }
  /** The room goes by those of its link from now on. */
  | { readonly what: `keys-of-link-${'crowd' | 'unkept'}` }
  /** The room asks all for their voices at a constant rate (K28), or no longer. */
  | { readonly what: `rate-${'constant' | 'own'}` }
  /** The room has another link: as we wished, or by somebody, of whom null is that they have left. */
  | { readonly what: 'keys-new-link'; readonly own: boolean; readonly by: string | null }
  /** It was to have one, and has not. */
  | { readonly what: 'keys-old-link' }

/** Something that happened to us, and that the page tells us for a while. */
export type OwnNotice =
  | KeyNews
  | { readonly what: 'source-stopped'; readonly source: MediaSource; readonly by: string }
  | { readonly what: 'unmute-asked'; readonly by: string }
  | { readonly what: 'device-arrived'; readonly device: ArrivedDevice }
  | { readonly what: 'speaker-lost'; readonly label: string }
  | { readonly what: `${'microphone' | 'camera' | 'screen'}-forbidden` }
  /** What our own link is good for. */
  | { readonly what: LinkOffer }
  | { readonly what: 'role-given' | 'role-inherited' | 'role-taken' }

export type OwnNoticeItem = OwnNotice & { readonly id: number }

/** How long they stay; a question waits longer than a statement. */
const SHOWN_MS = { statement: 8_000, question: 30_000 } as const
const MOST_AT_ONCE = 3

/** Those that wait for an answer. */
const QUESTIONS: readonly OwnNotice['what'][] = [
  'unmute-asked',
  'device-arrived',
  'weak-link',
  'link-well',
  'keys-new-link',
]

/** Whether it waits for an answer. */
export const isQuestion = ({ what }: Pick<OwnNotice, 'what'>): boolean => QUESTIONS.includes(what)

/** What happened to us lately, the newest last; of one kind only the latest. */
export class OwnNotices {
  readonly #list = signal<readonly OwnNoticeItem[]>([])
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()
  /** What the person does not want to be told again. */
  readonly #declined = new Set<string>()
  #lastId = 0

  get list(): ReadonlySignal<readonly OwnNoticeItem[]> {
    return this.#list
  }

  add(notice: OwnNotice): void {
    if (this.#declined.has(subjectOf(notice))) return
    this.#lastId += 1
    const item = { ...notice, id: this.#lastId }
    const others = this.#list.peek().filter((other) => other.what !== notice.what)
    this.#list.value = [...others, item].slice(-MOST_AT_ONCE)
    const shown = isQuestion(notice) ? SHOWN_MS.question : SHOWN_MS.statement
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
  withdraw(what: OwnNotice['what']): void {
    for (const item of this.#list.peek()) if (item.what === what) this.dismiss(item.id)
  }

  /** Puts it away, and never tells the same again. */
  decline(id: number): void {
    const item = this.#list.peek().find((each) => each.id === id)
    if (!item) return
    this.#declined.add(subjectOf(item))
    this.dismiss(id)
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }
}

/** What a notice is about: two about the same say the same. */
function subjectOf(notice: OwnNotice): string {
  switch (notice.what) {
    case 'source-stopped':
      return `${notice.what} ${notice.source} ${notice.by}`
    case 'unmute-asked':
      return `${notice.what} ${notice.by}`
    case 'device-arrived': {
      const { microphone, camera, speaker, label } = notice.device
      return [notice.what, microphone, camera, speaker, label].join(' ')
    }
    case 'speaker-lost':
      return `${notice.what} ${notice.label}`
    case 'put-out':
    case 'keys-since':
      return [notice.what, ...notice.names].join(' ')
    default:
      return notice.what
  }
}

/** What happened to us in that room. */
export const ownNoticesOf = perSession(({ whenOver }) => {
  const notices = new OwnNotices()
  whenOver(() => notices.close())
  return notices
})
