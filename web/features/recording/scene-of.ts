import type { PeerId } from '../../../protocol/ids.ts'
import type { RoomView } from '../../core/session/room-session.ts'
import type { RecordedPart } from './recording-payload.ts'

/** One picture of a recording. */
export interface SceneTile {
  readonly name: string
  readonly video: MediaStreamTrack | null
  readonly speaking: boolean
}

/** Who and what is in a recording at a moment. */
export interface Scene {
  readonly people: readonly SceneTile[]
  readonly screens: readonly SceneTile[]
  readonly sounds: readonly MediaStreamTrack[]
}

interface SceneOptions {
  readonly what: RecordedPart
  /** Who agreed to be recorded, oneself aside. */
  readonly agreed: ReadonlySet<PeerId>
  /** One's own microphone; while it is muted it gives silence. */
  readonly microphone: MediaStreamTrack | null
}

/** What is recorded: oneself, and of the others whoever has agreed, with what they share; nothing of anybody else. */
export function sceneOf(
  { people, screens }: Pick<RoomView, 'people' | 'screens'>,
  options: SceneOptions,
): Scene {
  const { what, agreed, microphone } = options
  const may = (id: PeerId, self: boolean): boolean => self || (what === 'room' && agreed.has(id))
  const recorded = people.filter(({ id, self }) => may(id, self))
  const shared = screens.filter(({ owner, self }) => what === 'room' && may(owner, self))
  const sounds = [microphone, ...recorded.map(({ audio }) => audio), ...shared.map(({ audio }) => audio)]
  return {
    people: recorded.map(({ name, video, speaking }) => ({ name, video, speaking })),
    screens: shared.map(({ name, video }) => ({ name, video, speaking: false })),
    sounds: sounds.filter((track) => track !== null),
  }
}
