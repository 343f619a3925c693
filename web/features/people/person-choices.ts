import { Hand, type IconNode, Mic, MicOff, ScreenShareOff, Shield, ShieldOff, VideoOff } from 'lucide'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import type { FurtherWords } from '../../i18n/further-words.ts'
import { handsOf } from '../hands/hands.ts'
import { moderationOf } from '../moderation/moderation.ts'

/** Something that a moderator may do about somebody. */
export interface PersonChoice {
  readonly action: string
  readonly icon: IconNode
  readonly label: string
  readonly act: () => Promise<void>
}

/** What a moderator may do about somebody as things stand, removing aside. */
export function personChoices(
  person: Person,
  session: RoomSession,
  words: FurtherWords['people'],
): readonly PersonChoice[] {
  const { id, role, creator, microphone, self } = person
  const moderation = moderationOf(session)
  const sharing = session.view.value.screens.some((screen) => screen.owner === id)
  const stop = (
    action: string,
    source: 'microphone' | 'camera' | 'screen',
    icon: IconNode,
    label: string,
  ) => ({
    action,
    icon,
    label,
    act: () => moderation.stopSource(id, source),
  })
  const roleChoice: PersonChoice =
    role === 'moderator'
      ? {
          action: 'unmake-moderator',
          icon: ShieldOff,
          label: words.unmakeModerator,
          act: () => moderation.setRole(id, 'participant'),
        }
      : {
          action: 'make-moderator',
          icon: Shield,
          label: words.makeModerator,
          act: () => moderation.setRole(id, 'moderator'),
        }
  // Nobody takes the role from whoever opened the room: they themselves neither.
  const ofRole = creator ? [] : [roleChoice]
  if (self) return ofRole
  return [
    microphone === 'on'
      ? stop('mute', 'microphone', MicOff, words.mute)
      : {
          action: 'ask-unmute',
          icon: Mic,
          label: words.askUnmute,
          act: () => moderation.askUnmute(id),
        },
    ...(!person.cameraOn ? [] : [stop('stop-camera', 'camera', VideoOff, words.stopCamera)]),
    ...(sharing ? [stop('stop-screen', 'screen', ScreenShareOff, words.stopScreen)] : []),
    ...(person.hand === null
      ? []
      : [
          { action: 'lower-hand', icon: Hand, label: words.lowerHand, act: () => handsOf(session).lower(id) },
        ]),
    ...ofRole,
  ]
}
