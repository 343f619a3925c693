import { effect, useSignal } from '@preact/signals'
import { TriangleAlert } from 'lucide'
import type { JSX } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { CaptureProblem, CaptureState, LocalMedia } from '../../core/capture/local-media.ts'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { Icon } from '../../ui/icon.tsx'
import { DismissButton } from '../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import { useIsNotice } from '../../ui/notices/notices.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'

export interface CaptureProblemsProps {
  readonly localMedia: LocalMedia
  /** Where given, what was read can be put away; it shows again when the device is asked for again. */
  readonly dismissible?: boolean
}

/** What was last told of whose devices, on a page that one reads before one goes on. */
const read = new WeakMap<LocalMedia, string>()

/** Why the microphone or the camera does not work, and what to do: one message where one cause holds for both. */
export function CaptureProblems({
  localMedia,
  dismissible = false,
}: CaptureProblemsProps): JSX.Element | null {
  const { capture } = useWords()
  const settings = useSettings()
  const microphone = localMedia.microphone.value
  const camera = localMedia.camera.value
  const shown = [microphone, camera]
    .flatMap(({ problem, changeProblem, standIn }) => [problem, changeProblem, standIn])
    .join()
  // What stood on the page before was read there. Who came by a link that joins at once has read nothing.
  const dismissed = useSignal<string | null>((dismissible && read.get(localMedia)) || null)
  useLayoutEffect(() => {
    if (!dismissible) read.set(localMedia, shown)
  }, [dismissible, localMedia, shown])
  // Whoever asks for the device again wants to hear the answer again. Not useSignalEffect: it looks once a frame, and
  // a refusal is often faster.
  useEffect(
    () =>
      effect(() => {
        if (localMedia.microphone.value.pending || localMedia.camera.value.pending) dismissed.value = null
      }),
    [localMedia, dismissed],
  )
  // Mostly the model is there at once: that is not worth a word.
  const treating = useAfter(camera.treating ? 'treating' : null, 500)
  const dismiss = dismissible
    ? () => {
        dismissed.value = shown
      }
    : null
  const startMicrophone = (): Promise<void> => localMedia.setMicrophone(true)
  const startCamera = (): Promise<void> => localMedia.setCamera(true)
  const showUnblurred = {
    label: capture.withoutBlur,
    act: (): Promise<void> => {
      settings.change({ blursBackground: false })
      return startCamera()
    },
  }
  const other = camera.problem === 'unplugged' ? localMedia.devices.value.cameras[0] : undefined
  const otherCamera = other
    ? { label: capture.useOther(other.label), act: () => localMedia.chooseCamera(other.id) }
    : null
  if (treating && camera.treating)
    return (
      <Problem
        hook="camera-treating"
        words={capture.camera.treating}
        tryAgain={null}
        dismiss={null}
        instead={showUnblurred}
      />
    )
  if (dismissed.value === shown) return null
  const shared = sharedProblem(microphone, camera)
  if (shared !== null) {
    const startBoth = (): Promise<unknown> => Promise.all([startMicrophone(), startCamera()])
    return (
      <Problem hook={`both-${shared}`} words={capture.both[shared]} tryAgain={startBoth} dismiss={dismiss} />
    )
  }
  return (
    <>
      {isTold(microphone) && (
        <Problem
          hook={`microphone-${microphone.problem}`}
          words={capture.microphone[microphone.problem]}
          tryAgain={microphone.problem === 'unsupported' ? null : startMicrophone}
          dismiss={dismiss}
        />
      )}
      {isTold(camera) && (
        <Problem
          hook={`camera-${camera.problem}`}
          words={capture.camera[camera.problem]}
          tryAgain={camera.problem === 'unsupported' ? null : startCamera}
          dismiss={dismiss}
          instead={camera.problem === 'untreated' ? showUnblurred : otherCamera}
        />
      )}
      {microphone.standIn !== null && (
        <Problem
          hook="microphone-stand-in"
          words={capture.microphone.standIn(microphone.standIn)}
          tryAgain={null}
          dismiss={dismiss}
        />
      )}
      {hasKeptFormer(microphone) && (
        <Problem
          hook={`microphone-kept-${microphone.changeProblem}`}
          words={
            microphone.changeProblem === 'untreated'
              ? capture.microphone.untreated
              : capture.microphone.unchanged
          }
          tryAgain={null}
          dismiss={dismiss}
        />
      )}
      {hasKeptFormer(camera) && (
        <Problem
          hook={`camera-kept-${camera.changeProblem}`}
          words={capture.camera.unchanged}
          tryAgain={null}
          dismiss={dismiss}
        />
      )}
    </>
  )
}

type Troubled = CaptureState & { readonly problem: NonNullable<CaptureState['problem']> }

/** A device that nobody wants has no problem worth telling. */
const isTold = (state: CaptureState): state is Troubled => state.problem !== null && state.wanted

/** Another device was asked for, and the one before goes on. */
const hasKeptFormer = ({ problem, changeProblem }: CaptureState): boolean =>
  problem === null && changeProblem !== null

type SharedProblem = 'refused' | 'missing' | 'unsupported' | 'revoked'

const isShared = (problem: CaptureProblem): problem is SharedProblem =>
  ['refused', 'missing', 'unsupported', 'revoked'].includes(problem)

function sharedProblem(microphone: CaptureState, camera: CaptureState): SharedProblem | null {
  if (!isTold(microphone) || !isTold(camera) || microphone.problem !== camera.problem) return null
  const { problem } = microphone
  return isShared(problem) ? problem : null
}

interface ProblemProps {
  readonly hook: string
  readonly words: string
  /** null where trying again cannot help. */
  readonly tryAgain: (() => Promise<unknown>) | null
  readonly dismiss: (() => void) | null
  /** What else one can do. */
  readonly instead?: { readonly label: string; readonly act: () => Promise<void> } | null
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
  const { capture } = useWords()
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
