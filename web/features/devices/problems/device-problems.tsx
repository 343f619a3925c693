import { MonitorX } from 'lucide'
import type { JSX } from 'preact'
import type { LocalMedia } from '../../../core/capture/local-media.ts'
import { NoticeCard } from '../../../ui/notices/notice-card.tsx'
import { useWords } from '../../../ui/page-context.ts'
import { CaptureProblems } from './capture-problems.tsx'

interface DeviceProblemsProps {
  /** The browser could not share the screen. */
  readonly failedToShare: boolean
  readonly localMedia: LocalMedia
}

/** What is wrong with microphone, camera and screen, among the other notices. */
export function DeviceProblems({ failedToShare, localMedia }: DeviceProblemsProps): JSX.Element {
  const { screens } = useWords()
  return (
    <>
      <div class="notice-place" role="alert">
        {failedToShare && (
          <NoticeCard icon={MonitorX} data-problem="screen">
            {screens.failed}
          </NoticeCard>
        )}
      </div>
      <CaptureProblems localMedia={localMedia} dismissible />
    </>
  )
}
