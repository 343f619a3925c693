import { useSignal } from '@preact/signals'
import { Disc } from 'lucide'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { NoticeActions } from '../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import type { NoticeProps } from '../panel/panel.ts'
import { OwnRecording } from './own-recording.tsx'
import { recorderStateOf } from './recorder-state.ts'
import { agreedTo, consentWith, type Recording, recordingsOf } from './recordings-of.ts'

/** Who records, for as long as they do; one's own consent; and one's own recording. */
export function RecordingNotice({ session }: NoticeProps): JSX.Element {
  const running = recordingsOf(session.messages.of('recording').value)
  const self = session.view.value.people.find((person) => person.self)?.id
  useLeftover(session, running)
  return (
    <>
      {running.map((recording) =>
        recording.recorder === self ? (
          <OwnRecording key={recording.id} session={session} />
        ) : (
          <OthersRecording key={recording.id} recording={recording} running={running} session={session} />
        ),
      )}
    </>
  )
}

/** A page that was reloaded records no longer, whatever the room remembers. */
function useLeftover(session: RoomSession, running: readonly Recording[]): void {
  const { at } = recorderStateOf(session).value
  const self = session.view.value.people.find((person) => person.self)?.id
  const left = (at === 'idle' || at === 'ended') && running.some(({ recorder }) => recorder === self)
  useEffect(() => {
    if (left && self !== undefined)
      session.messages.clear('recording', self).catch((error) => console.warn('recording:', error))
  }, [left, self, session])
}

interface OthersRecordingProps {
  readonly recording: Recording
  readonly running: readonly Recording[]
  readonly session: RoomSession
}

function OthersRecording({ recording, running, session }: OthersRecordingProps): JSX.Element {
  const { recording: words } = useFurtherWords()
  const failed = useSignal(false)
  const consents = session.messages.of('consent').value
  const { people } = session.view.value
  const self = people.find((person) => person.self)?.id
  const name = people.find(({ id }) => id === recording.recorder)?.name ?? recording.name
  const agreed = self !== undefined && agreedTo(consents, recording.id).has(self)
  const attempt = (what: () => Promise<unknown>) => (): void => {
    failed.value = false
    what().catch((error) => {
      failed.value = true
      console.warn('recording:', error)
    })
  }
  const setAgreed = async (agrees: boolean): Promise<void> => {
    if (self === undefined) return
    const payload = consentWith(consents, self, recording, running, agrees)
    await session.messages.send('consent', { to: 'everyone' }, JSON.stringify(payload))
  }
  const ownOnly = recording.what === 'own'
  const said = ownOnly ? words.recordsOwn(name) : words.recordsRoom(name)
  return (
    <NoticeCard
      icon={Disc}
      data-notice="recording"
      data-agreed={agreed ? '' : undefined}
      mark={{ label: said, text: <bdi>{name}</bdi>, byItself: true }}
      actions={
        (!ownOnly || session.view.value.moderates) && (
          <NoticeActions
            actions={[
              !ownOnly && {
                action: agreed ? 'withdraw' : 'agree',
                label: agreed ? words.withdraw : words.agree,
                act: attempt(() => setAgreed(!agreed)),
              },
              session.view.value.moderates && {
                action: 'end-recording',
                label: words.end,
                look: 'bare',
                act: attempt(() => session.messages.clear('recording', recording.recorder)),
              },
            ]}
          />
        )
      }
    >
      {said} {!ownOnly && (agreed ? words.included : words.leftOut)}
      {failed.value && <span class="field-problem"> {words.failed}</span>}
    </NoticeCard>
  )
}
