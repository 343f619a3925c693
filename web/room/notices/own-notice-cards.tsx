import { Headphones, type IconNode, Info, Mic, ShieldCheck, TriangleAlert, Video, Wifi } from 'lucide'
import type { JSX } from 'preact'
import type { ArrivedDevice, LocalMedia } from '../../core/capture/local-media.ts'
import { NewLinkAnswers } from '../../features/link-change/new-link-answers.tsx'
import {
  isQuestion,
  type KeyNews,
  type OwnNotice,
  type OwnNoticeItem,
  ownNoticesOf,
} from '../../features/notices/own-notices.ts'
import type { NoticeProps } from '../../features/panel/panel.ts'
import { showFaces } from '../../features/quality/show-faces.ts'
import type { Words } from '../../i18n/words.ts'
import { lazilyWorded } from '../../ui/lazily-worded.tsx'
import { NoticeActions } from '../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'

const KeySentence = lazilyWorded(
  async () => (await import('../../features/encryption/key-news/key-sentence.tsx')).KeySentence,
)

interface OwnNoticeCardsProps extends NoticeProps {
  readonly localMedia: LocalMedia
}

/** What happened to us lately, above the faces and out of their way; a question has its answers beside it. */
export function OwnNoticeCards({ session, open, localMedia }: OwnNoticeCardsProps): JSX.Element {
  const words = useWords()
  const { announceArrivals } = useSettings().value.value
  const isSilent = ({ what }: OwnNoticeItem): boolean => what === 'keys-since' && !announceArrivals
  const list = ownNoticesOf(session).list.value
  // Who wants no arrivals told to a screen reader is not told of keys that are others since.
  return (
    <>
      {[false, true].map((silent) => (
        <div key={silent} class="notice-place" role={silent ? undefined : 'status'}>
          {list
            .filter((item) => isSilent(item) === silent)
            .map((item) => (
              <NoticeCard
                key={item.id}
                icon={iconOf(item)}
                data-notice={item.what}
                actions={
                  isQuestion(item) && (
                    <Answers item={item} session={session} open={open} localMedia={localMedia} />
                  )
                }
              >
                <bdi>{isKeyNews(item) ? <KeySentence news={item} /> : sentence(item, words)}</bdi>
              </NoticeCard>
            ))}
        </div>
      ))}
    </>
  )
}

const isKeyNews = (notice: OwnNotice): notice is KeyNews => /^(put-out$|keys-|rate-)/.test(notice.what)

function iconOf(item: OwnNoticeItem): IconNode {
  if (isKeyNews(item) && item.what !== 'rate-own') return tellsLess(item) ? TriangleAlert : ShieldCheck
  if (item.what === 'unmute-asked') return Mic
  if (item.what === 'weak-link') return TriangleAlert
  if (item.what === 'link-well') return Wifi
  if (item.what !== 'device-arrived') return Info
  return item.device.microphone === null ? Video : Headphones
}

/** Whether the keys keep out fewer than one may think. */
const tellsLess = (news: KeyNews): boolean =>
  news.what === 'put-out' ? !news.followNothing : /^keys-o(f-link|ld)/.test(news.what)

function sentence(item: Exclude<OwnNoticeItem, KeyNews>, { ownNotices, people, quality }: Words): string {
  switch (item.what) {
    case 'weak-link':
      return quality.weakLink
    case 'link-well':
      return quality.linkWell
    case 'microphone-forbidden':
      return people.forbidden.microphone
    case 'camera-forbidden':
      return people.forbidden.camera
    case 'screen-forbidden':
      return people.forbidden.screen
    case 'source-stopped':
      return ownNotices.stopped[item.source === 'screen-audio' ? 'screen' : item.source](item.by)
    case 'unmute-asked':
      return ownNotices.unmuteAsked(item.by)
    case 'device-arrived':
      return ownNotices.deviceArrived(item.device.label)
    case 'speaker-lost':
      return ownNotices.speakerLost(item.label)
    default:
      return ownNotices[item.what]
  }
}

interface AnswersProps extends OwnNoticeCardsProps {
  readonly item: OwnNoticeItem
}

function Answers({ item, session, open, localMedia }: AnswersProps): JSX.Element | null {
  const { ownNotices, quality } = useWords()
  const settings = useSettings()
  const dismiss = (): void => ownNoticesOf(session).dismiss(item.id)
  switch (item.what) {
    case 'unmute-asked':
      return (
        <YesOrNo
          hook="unmute"
          yes={ownNotices.unmute}
          onYes={() => {
            localMedia.setMicrophone(true).catch(reportError)
            dismiss()
          }}
          onNo={dismiss}
        />
      )
    case 'device-arrived':
      return (
        <YesOrNo
          hook="device"
          yes={ownNotices.useDevice}
          onYes={() => {
            takeArrived(item.device, localMedia)
            dismiss()
          }}
          onNo={() => ownNoticesOf(session).decline(item.id)}
        />
      )
    case 'weak-link':
      return (
        <YesOrNo
          hook="sound-only"
          yes={quality.hearOnly}
          onYes={() => {
            session.setSoundOnly(true)
            dismiss()
          }}
          onNo={dismiss}
        />
      )
    case 'link-well':
      return (
        <YesOrNo
          hook="faces"
          yes={quality.showFaces}
          onYes={() => {
            showFaces(session, settings)
            dismiss()
          }}
          onNo={dismiss}
        />
      )
    case 'keys-new-link':
      return <NewLinkAnswers session={session} open={open} onDismiss={dismiss} />
    default:
      return null
  }
}

/** Takes all that came with the device. */
function takeArrived({ microphone, camera, speaker }: ArrivedDevice, localMedia: LocalMedia): void {
  if (microphone !== null) localMedia.chooseMicrophone(microphone).catch(reportError)
  if (camera !== null) localMedia.chooseCamera(camera).catch(reportError)
  if (speaker !== null) localMedia.chooseSpeaker(speaker)
}

interface YesOrNoProps {
  readonly hook: string
  readonly yes: string
  readonly onYes: () => void
  readonly onNo: () => void
}

function YesOrNo({ hook, yes, onYes, onNo }: YesOrNoProps): JSX.Element {
  const { ownNotices } = useWords()
  return (
    <NoticeActions
      actions={[
        { action: `accept-${hook}`, label: yes, look: 'honey', act: onYes },
        { action: `dismiss-${hook}`, label: ownNotices.notNow, act: onNo },
      ]}
    />
  )
}
