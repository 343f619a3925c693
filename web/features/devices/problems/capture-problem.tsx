import { effect, type Signal, useSignal } from '@preact/signals'
import { TriangleAlert } from 'lucide'
import type { JSX } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { LocalMedia } from '../../../core/capture/local-media.ts'
import { useAfter } from '../../../ui/hooks/use-after.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { DismissButton } from '../../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../../ui/notices/notice-card.tsx'
import { useIsNotice } from '../../../ui/notices/notices.tsx'
import { useSettings } from '../../../ui/page-context.ts'
import {
  type DeviceProblem,
  deviceStatesOf,
  isSameMark,
  type ProblemMark,
  problemMark,
  problemsOf,
} from './problems-of.ts'

export interface CaptureProblemsProps {
  readonly localMedia: LocalMedia
  /** Where given, what was read can be put away; it shows again when the device is asked for again. */
  readonly dismissible?: boolean
}

/** What was last told of whose devices, on a page that one reads before one goes on. */
const read = new WeakMap<LocalMedia, ProblemMark>()

/** Why the microphone or the camera does not work, and what to do. */
export function CaptureProblems({
  localMedia,
  dismissible = false,
}: CaptureProblemsProps): JSX.Element | null {
  const { capture } = useFurtherWords()
  const settings = useSettings()
  const states = deviceStatesOf(localMedia, capture)
  const mark = problemMark(states)
  const dismissed = useDismissed(localMedia, dismissible, mark)
  // Mostly the model is there at once: that is not worth a word.
  const treating = useAfter(states.camera.treating ? 'treating' : null, 500)
  const startCamera = (): Promise<void> => localMedia.setCamera(true)
  const unblurred = {
    label: capture.withoutBlur,
    act: (): Promise<void> => {
      settings.change({ blursBackground: false })
      return startCamera()
    },
  }
  if (treating && states.camera.treating) {
    const problem = { hook: 'camera-treating', words: capture.camera.treating, tryAgain: null }
    return <Problem {...problem} dismiss={null} instead={unblurred} />
  }
  if (isSameMark(dismissed.value, mark)) return null
  const startMicrophone = (): Promise<void> => localMedia.setMicrophone(true)
  const dismiss = (): void => {
    dismissed.value = mark
  }
  return (
    <>
      {problemsOf(states, capture, { startMicrophone, startCamera, unblurred }).map(
        ({ about, ...problem }) => (
          <Problem key={about} {...problem} dismiss={dismissible ? dismiss : null} />
        ),
      )}
    </>
  )
}

/** What was put away, until a device is asked for again. */
function useDismissed(
  localMedia: LocalMedia,
  dismissible: boolean,
  mark: ProblemMark,
): Signal<ProblemMark | null> {
  // What stood on the page before was read there. Who came by a link that joins at once has read nothing.
  const dismissed = useSignal<ProblemMark | null>((dismissible && read.get(localMedia)) || null)
  useLayoutEffect(() => {
    if (!dismissible) read.set(localMedia, mark)
  }, [dismissible, localMedia, ...mark])
  // Whoever asks for the device again wants to hear the answer again. Not useSignalEffect: it looks once a frame, and
  // a refusal is often faster.
  useEffect(
    () =>
      effect(() => {
        if (localMedia.microphone.value.pending || localMedia.camera.value.pending) dismissed.value = null
      }),
    [localMedia, dismissed],
  )
  return dismissed
}

interface ProblemProps extends Omit<DeviceProblem, 'about'> {
  readonly dismiss: (() => void) | null
}

/** In the room it is one of the notices; elsewhere it stands where it is. */
function Problem(props: ProblemProps): JSX.Element {
  const { hook, words, dismiss } = props
  if (useIsNotice())
    return (
      <div class="notice-place" role="status">
        <NoticeCard
          icon={TriangleAlert}
          data-problem={hook}
          actions={
            <>
              <WaysOut {...props} />
              {dismiss !== null && <DismissButton action="dismiss" onDismiss={dismiss} />}
            </>
          }
        >
          {words}
        </NoticeCard>
      </div>
    )
  return (
    <div class="problem" role="status" data-problem={hook}>
      <Icon node={TriangleAlert} />
      <p>{words}</p>
      {dismiss !== null && <DismissButton action="dismiss" onDismiss={dismiss} />}
      <WaysOut {...props} />
    </div>
  )
}

function WaysOut({ tryAgain, instead = null }: ProblemProps): JSX.Element {
  const { capture } = useFurtherWords()
  return (
    <>
      {tryAgain !== null && (
        <button type="button" class="button small try-again" onClick={() => tryAgain().catch(reportError)}>
          {capture.tryAgain}
        </button>
      )}
      {instead !== null && (
        <button
          type="button"
          class="button small try-again"
          data-action="instead"
          onClick={() => instead.act().catch(reportError)}
        >
          {instead.label}
        </button>
      )}
    </>
  )
}
