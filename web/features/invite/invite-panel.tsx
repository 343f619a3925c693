import { Mail } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import { lazilyWorded, useFurtherWords } from '../../ui/lazily-worded.tsx'
import { MissingPart } from '../newer-page/missing-part.tsx'
import type { PanelProps } from '../panel/panel.ts'
import { CalendarForm } from './calendar-form.tsx'
import { QrCode } from './qr-code.tsx'
import { mailAddress } from './room-link.ts'
import { ShareLink } from './share-link.tsx'

/** Only encrypted rooms need it, and few people do. */
const SayAloud = lazilyWorded(async () => (await import('./say-aloud.tsx')).SayAloud, {
  failed: (tryAgain) => <MissingPart onTryAgain={tryAgain} />,
})

/** Every way to hand the link on: by hand, by e-mail, by word of mouth, by a phone's camera, by a calendar. */
export function InvitePanel({ room, link, session }: PanelProps): JSX.Element {
  const { invite } = useFurtherWords()
  return (
    <div class="stack">
      <ShareLink link={link} first />
      <a
        class="button start"
        data-action="mail"
        href={mailAddress(invite.subject(room), invite.text(link))}
        target="_blank"
        rel="noreferrer"
      >
        <Icon node={Mail} />
        {invite.mail}
      </a>
      <section class="stack tight">
        <h3>{invite.scan}</h3>
        <QrCode text={link} label={invite.code} />
      </section>
      {session.view.value.encryption !== 'none' && <SayAloud link={link} session={session} />}
      <section class="stack tight">
        <h3>{invite.meeting}</h3>
        <CalendarForm room={room} link={link} />
      </section>
    </div>
  )
}
