import type { CaptureProblem, CaptureState, LocalMedia } from '../../../core/capture/local-media.ts'
import type { FurtherWords } from '../../../i18n/further-words.ts'

/** A problem of one's devices in words, and the ways out of it. */
export interface DeviceProblem {
  /** What it is about; there is one of each at most. */
  readonly about: 'both' | 'microphone' | 'camera' | 'stand-in' | 'microphone-kept' | 'camera-kept'
  /** What tests and styles know it by: `data-problem`. */
  readonly hook: string
  readonly words: string
  /** null where trying again cannot help. */
  readonly tryAgain: (() => Promise<unknown>) | null
  /** What else one can do. */
  readonly instead?: WayOut | null
}

interface WayOut {
  readonly label: string
  readonly act: () => Promise<void>
}

/** What can be done about a problem. */
interface Ways {
  readonly startMicrophone: () => Promise<void>
  readonly startCamera: () => Promise<void>
  readonly unblurred: WayOut
}

/** Why microphone and camera do not work, and what to do: one message where one cause holds for both. */
export function problemsOf(
  { microphone, camera, otherCamera }: DeviceStates,
  capture: FurtherWords['capture'],
  { startMicrophone, startCamera, unblurred }: Ways,
): readonly DeviceProblem[] {
  const shared = sharedProblem(microphone, camera)
  if (shared !== null) {
    const startBoth = (): Promise<unknown> => Promise.all([startMicrophone(), startCamera()])
    return [{ about: 'both', hook: `both-${shared}`, words: capture.both[shared], tryAgain: startBoth }]
  }
  const problems: DeviceProblem[] = []
  if (isWanted(microphone))
    problems.push({
      about: 'microphone',
      hook: `microphone-${microphone.problem}`,
      words: capture.microphone[microphone.problem],
      tryAgain: microphone.problem === 'unsupported' ? null : startMicrophone,
    })
  if (isWanted(camera))
    problems.push({
      about: 'camera',
      hook: `camera-${camera.problem}`,
      words: capture.camera[camera.problem],
      tryAgain: camera.problem === 'unsupported' ? null : startCamera,
      instead: camera.problem === 'untreated' ? unblurred : otherCamera,
    })
  return [...problems, ...changesOf(microphone, camera, capture)]
}

export interface DeviceStates {
  readonly microphone: CaptureState
  readonly camera: CaptureState
  /** The way to another camera, where there is one in place of one that was unplugged. */
  readonly otherCamera: WayOut | null
}

/** The microphone and the camera as they are, and what could stand in for the camera. */
export function deviceStatesOf(localMedia: LocalMedia, capture: FurtherWords['capture']): DeviceStates {
  const camera = localMedia.camera.value
  const other = camera.problem === 'unplugged' ? localMedia.devices.value.cameras[0] : undefined
  return {
    microphone: localMedia.microphone.value,
    camera,
    otherCamera: other
      ? { label: capture.useOther(other.label), act: () => localMedia.chooseCamera(other.id) }
      : null,
  }
}

/** What came in place of a device, or stayed where another was asked for. */
function changesOf(
  microphone: CaptureState,
  camera: CaptureState,
  capture: FurtherWords['capture'],
): readonly DeviceProblem[] {
  const changes: DeviceProblem[] = []
  if (microphone.standIn !== null)
    changes.push({
      about: 'stand-in',
      hook: 'microphone-stand-in',
      words: capture.microphone.standIn(microphone.standIn),
      tryAgain: null,
    })
  if (hasKeptFormer(microphone))
    changes.push({
      about: 'microphone-kept',
      hook: `microphone-kept-${microphone.changeProblem}`,
      words: capture.microphone[microphone.changeProblem === 'untreated' ? 'untreated' : 'unchanged'],
      tryAgain: null,
    })
  if (hasKeptFormer(camera))
    changes.push({
      about: 'camera-kept',
      hook: `camera-kept-${camera.changeProblem}`,
      words: capture.camera.unchanged,
      tryAgain: null,
    })
  return changes
}

type Troubled = CaptureState & { readonly problem: NonNullable<CaptureState['problem']> }

/** A device that nobody wants has no problem worth telling. */
const isWanted = (state: CaptureState): state is Troubled => state.problem !== null && state.wanted

/** Another device was asked for, and the one before goes on. */
const hasKeptFormer = ({ problem, changeProblem }: CaptureState): boolean =>
  problem === null && changeProblem !== null

const SHARED = ['refused', 'missing', 'unsupported', 'revoked'] as const
type SharedProblem = (typeof SHARED)[number]

const isShared = (problem: CaptureProblem): problem is SharedProblem =>
  SHARED.some((shared) => shared === problem)

function sharedProblem(microphone: CaptureState, camera: CaptureState): SharedProblem | null {
  if (!isWanted(microphone) || !isWanted(camera) || microphone.problem !== camera.problem) return null
  const { problem } = microphone
  return isShared(problem) ? problem : null
}

/** What tells problems that were read from others. */
export type ProblemMark = readonly (string | null)[]

export const problemMark = ({ microphone, camera }: DeviceStates): ProblemMark =>
  [microphone, camera].flatMap((state) => [state.problem, state.changeProblem, state.standIn])

export const isSameMark = (one: ProblemMark | null, other: ProblemMark): boolean =>
  one?.length === other.length && one.every((part, index) => part === other[index])
