import { effect } from '@preact/signals'
import * as v from 'valibot'
import { embedEvents } from './embed-events.ts'
import { type EmbedEvent, EmbedRequest } from './embed-messages.ts'
import type { EmbeddedPage, EmbeddedPlace } from './embedded-page.ts'

/** The part of `window` that an embedded page speaks through. */
export interface EmbedWindow {
  readonly parent: Pick<Window, 'postMessage'>
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

/**
 * Serves the page that embeds this one (HTML §9.3, cross-document messaging). Only the parent is listened to, and only
 * under the origin that it first spoke from; nothing is told before it spoke. What makes no sense is passed over.
 */
export function serveEmbedder(page: EmbeddedPage, here: EmbedWindow = window): void {
  let origin: string | null = null
  here.addEventListener('message', (event) => {
    if (event.source !== here.parent || event.origin === 'null') return
    if (origin !== null && event.origin !== origin) return
    const read = v.safeParse(EmbedRequest, event.data)
    if (!read.success) return
    if (read.output.do === 'connect') {
      if (origin !== null) return
      origin = event.origin
      tellAll(page, (told) => here.parent.postMessage({ essaim: 1, ...told }, event.origin))
    } else if (origin !== null) obey(page, read.output)
  })
}

function obey(page: EmbeddedPage, request: EmbedRequest): void {
  const place = page.place.peek()
  switch (request.do) {
    case 'connect':
      return
    case 'join':
      if (place.at === 'before') page.joinEmbedded(request.name ?? '')
      return
    case 'leave':
      if (place.at === 'room') place.session.leave().catch(reportError)
      return
    case 'mute':
      mute(place, request.device)
      return
    default:
      request satisfies never
  }
}

function mute(place: EmbeddedPlace, device: 'microphone' | 'camera'): void {
  if (place.at !== 'room' && place.at !== 'before') return
  const done =
    device === 'microphone' ? place.localMedia?.setMicrophone(false) : place.localMedia?.setCamera(false)
  done?.catch(reportError)
}

/** Tells how things are, and each change of it from then on. */
function tellAll(page: Pick<EmbeddedPage, 'place'>, tell: (event: EmbedEvent) => void): void {
  const place = page.place.peek()
  tell({ event: 'connected', room: place.room ?? null })
  let before: readonly EmbedEvent[] = []
  effect(() => {
    const now = embedEvents(page.place.value)
    for (const event of now) if (!before.some((told) => isSame(told, event))) tell(event)
    before = now
  })
}

const isSame = (one: EmbedEvent, other: EmbedEvent): boolean => {
  const values = new Map<string, unknown>(Object.entries(one))
  return Object.entries(other).every(([key, value]) => values.get(key) === value)
}
