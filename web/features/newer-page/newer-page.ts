import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { BUILD_FILE, readBuildName } from '../../../protocol/http/build-name.ts'
import type { RoomView } from '../../core/session/room-session.ts'
import { buildName } from './own-build.ts'

const there = signal(false)

/** Whether the edge serves a newer page than this one, as far as we have looked. */
export const newerPageIsThere: ReadonlySignal<boolean> = there

/** Looks which page the edge serves now. Where that cannot be seen, all stays as it was. */
export async function lookForNewerPage(): Promise<boolean> {
  const ours = buildName()
  const response = await fetch(`/${BUILD_FILE}`, { cache: 'no-store' })
  const theirs = response.ok ? readBuildName(await response.text()) : null
  if (ours !== null && theirs !== null) there.value = ours !== theirs
  return there.peek()
}

/**
 * Looks whenever our socket is back: an edge that was updated has let go of all of them. Returns what stops it.
 */
export function lookAfterCuts(view: ReadonlySignal<Pick<RoomView, 'connection'>>): () => void {
  let wasCut = false
  return effect(() => {
    const { connection } = view.value
    if (connection === 'connected' && wasCut) lookForNewerPage().catch(reportError)
    wasCut = connection === 'reconnecting'
  })
}

/** Loads the page again: whoever is in a room comes back to it (R6). */
export const loadNewerPage = (): void => location.reload()
