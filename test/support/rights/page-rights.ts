import * as v from 'valibot'
import { newProducerId, type ProducerId } from '../../../protocol/ids.ts'
import type { MediaSource } from '../../../protocol/media/session.ts'
import type { Direction } from '../../../protocol/media/transport.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { SpokenWords } from '../../../protocol/page-edge/door.ts'
import type { PageRequest, PageRequestName } from '../../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import { rtpOf, someDtls } from '../scripted-node.ts'
import type { Cast, Right } from './cells.ts'
import { COMMITS, DESCRIPTIONS } from './group-rights.ts'
import {
  ALL,
  everybody,
  FORBIDDEN,
  IN_VAIN,
  KNOCKED,
  MODERATORS,
  NO_MEDIA,
  NOBODY,
  nodeless,
  type RightsOf,
  row,
  unlike,
} from './inside.ts'
import { JOINS, PASSWORD } from './join-rights.ts'
import { CLEARINGS, SENDINGS } from './message-rights.ts'

const NOW = 1
const FORMER = 0

const produces = (source: MediaSource, generation = NOW, producer = newProducerId()): PageRequest => ({
  name: 'produce',
  params: { generation, producer, source, rtpParameters: rtpOf(source), paused: false },
})

const connects = (direction: Direction, generation: number): PageRequest => ({
  name: 'connect-transport',
  params: { generation, direction, dtlsParameters: someDtls },
})

const ofSession = (
  name: 'renew-media' | 'suspect-node' | 'finish-migration',
  generation: number,
): PageRequest => ({ name, params: { generation } })

const pauses = (producer: ProducerId, paused: boolean): PageRequest => ({
  name: 'set-producer-paused',
  params: { producer, paused },
})

const shows = (source: MediaSource): Right =>
  row(`send one’s ${source}`, 'A4 P1', ALL, () => produces(source), {
    otherwise: { ...FORBIDDEN, ...NO_MEDIA },
  })

const stops = (peer: (cast: Cast) => Cast['other'] | null) => (cast: Cast) =>
  ({ name: 'stop-source', params: { peer: peer(cast), source: 'microphone' } }) as const

const sets = (
  role: 'moderator' | 'participant',
  of: 'actor' | 'owner' | 'moderator' | 'other' | 'nobody',
) => {
  return (cast: Cast): PageRequest => ({ name: 'set-role', params: { peer: cast[of], role } })
}

const removes = (of: 'actor' | 'owner' | 'other' | 'nobody') => (cast: Cast) =>
  ({ name: 'remove-peer', params: { peer: cast[of] } }) as const

const removesForLink = (of: 'other' | 'owner') => (cast: Cast) =>
  ({ name: 'remove-peer', params: { peer: cast[of], changesLink: true } }) as const

const SPENT = { spends: true } as const
const STALE = { otherwise: NO_MEDIA }

const WITH_MEDIA = { otherwise: NO_MEDIA }

const constantRate = (isAsked: boolean): PageRequest => ({
  name: 'set-constant-rate',
  params: { constantRate: isAsked },
})

const SPOKEN = v.parse(SpokenWords, { proof: 's'.repeat(43), sealed: 's'.repeat(59) })
const CLAIM: PageRequest = {
  name: 'claim-secret',
  params: { protocol: PAGE_EDGE.newest, proof: SPOKEN.proof },
}
/** The rooms of this table are plain. */
const NOT_ENCRYPTED: Right['inside'] = ['not-allowed', 'not-encrypted', 'not-encrypted']
/** Only an encrypted room has a link to tell. */
const OF_LINKS = { otherwise: { encrypted: { moderator: 'granted', owner: 'granted' } } } as const

const RENAMING = row('be called otherwise', 'A7', ALL, () => ({
  name: 'rename',
  params: { name: v.parse(DisplayName, 'Otherwise') },
}))

/** All that a page can ask for: a request that is not here has no rules. */
export const PAGE_RIGHTS: RightsOf = {
  join: JOINS,
  'claim-secret': [
    row('ask for the link by words', 'D13', everybody('already-joined'), () => CLAIM, {
      // Nobody is told that the room is plain.
      outside: (role, state) =>
        state !== 'ended' && (role === 'waiting' || role === 'admitted') ? 'already-joined' : 'wrong-words',
    }),
  ],
  'connect-transport': [
    row('connect a transport', 'M1', ALL, () => connects('send', NOW), WITH_MEDIA),
    row(
      'connect one of a former session',
      'M2',
      everybody('stale-media'),
      () => connects('send', FORMER),
      STALE,
    ),
  ],
  'restart-ice': [
    row(
      'restart ICE',
      'M3',
      ALL,
      () => ({ name: 'restart-ice', params: { generation: NOW, direction: 'receive' } }),
      WITH_MEDIA,
    ),
    row(
      'restart ICE of a former session',
      'M2',
      everybody('stale-media'),
      () => ({ name: 'restart-ice', params: { generation: FORMER, direction: 'receive' } }),
      STALE,
    ),
  ],
  'report-path': [
    row(
      'say that one goes through TURN',
      'M9',
      ALL,
      () => ({ name: 'report-path', params: { generation: NOW, viaTurn: true } }),
      WITH_MEDIA,
    ),
    row(
      'say so of a former session',
      'M2',
      everybody('stale-media'),
      () => ({ name: 'report-path', params: { generation: FORMER, viaTurn: true } }),
      STALE,
    ),
  ],
  'suspect-node': [
    row('suspect one’s node', 'F4', ALL, () => ofSession('suspect-node', NOW), WITH_MEDIA),
    row(
      'suspect a former one',
      'M2',
      everybody('stale-media'),
      () => ofSession('suspect-node', FORMER),
      STALE,
    ),
  ],
  'finish-migration': [row('say that one has moved', 'X7', ALL, () => ofSession('finish-migration', NOW))],
  produce: [
    ...([shows('microphone'), shows('camera'), shows('screen'), shows('screen-audio')] as const),
    row('send in a former session', 'M2', everybody('stale-media'), () => produces('microphone', FORMER)),
    row(
      'send under the id of another’s',
      'P1',
      NOBODY,
      ({ otherVoice }) => produces('microphone', NOW, otherVoice),
      { otherwise: NO_MEDIA },
    ),
    row('send a fifth thing', 'P1', NOBODY, () => produces('camera'), {
      first: () => [produces('camera'), produces('screen'), produces('screen-audio')],
      otherwise: NO_MEDIA,
    }),
  ],
  'set-producer-paused': [
    row('mute oneself', 'P2', ALL, ({ ownVoice }) => pauses(ownVoice, true), {
      otherwise: nodeless('not-found'),
    }),
    row('unmute oneself', 'A4 P2', ALL, ({ ownVoice }) => pauses(ownVoice, false), {
      otherwise: { ...FORBIDDEN, ...nodeless('not-found') },
    }),
    row('mute another’s producer', 'P2', everybody('not-found'), ({ otherVoice }) =>
      pauses(otherVoice, true),
    ),
    row('unmute another', 'A5 P2', everybody('not-found'), ({ otherVoice }) => pauses(otherVoice, false)),
  ],
  'close-producer': [
    row('end what another sends', 'P3', ALL, ({ otherVoice }) => ({
      name: 'close-producer',
      params: { producer: otherVoice },
    })),
    row(
      'end what one sends',
      'P3',
      ALL,
      ({ ownVoice }) => ({ name: 'close-producer', params: { producer: ownVoice } }),
      SPENT,
    ),
  ],
  'set-view': [
    row('say what one shows', 'M5', ALL, ({ otherVoice }) => ({
      name: 'set-view',
      params: { tiles: [{ producer: otherVoice, width: 320, height: 180, priority: 'other' }] },
    })),
  ],
  'send-message': SENDINGS,
  'clear-message': CLEARINGS,
  'message-history': [
    row('read what was said', 'C4', ALL, () => ({ name: 'message-history', params: { after: 0 } })),
  ],
  commit: COMMITS,
  'describe-group': DESCRIPTIONS,
  rename: [RENAMING, unlike(RENAMING)],
  'set-locked': [
    row('lock', 'A1', MODERATORS, () => ({ name: 'set-locked', params: { locked: true } })),
    row('unlock', 'A1', MODERATORS, () => ({ name: 'set-locked', params: { locked: false } })),
  ],
  'set-password': [
    row('set a password', 'A1', MODERATORS, () => ({
      name: 'set-password',
      params: { password: PASSWORD },
    })),
    row('take the password away', 'A1', MODERATORS, () => ({
      name: 'set-password',
      params: { password: null },
    })),
  ],
  'set-spoken-words': [
    row(
      'have the room told aloud',
      'D12',
      NOT_ENCRYPTED,
      () => ({ name: 'set-spoken-words', params: { words: SPOKEN } }),
      OF_LINKS,
    ),
    row(
      'take its words back',
      'D12',
      NOT_ENCRYPTED,
      () => ({ name: 'set-spoken-words', params: { words: null } }),
      OF_LINKS,
    ),
  ],
  'set-constant-rate': [
    row('have all voices at a constant rate', 'K28', NOT_ENCRYPTED, () => constantRate(true), OF_LINKS),
    row('leave that to each person', 'K28', NOT_ENCRYPTED, () => constantRate(false), OF_LINKS),
  ],
  'set-permission': [
    row('forbid the chat', 'A4', MODERATORS, () => ({
      name: 'set-permission',
      params: { permission: 'chat', allowed: false },
    })),
    row('allow the chat', 'A4', MODERATORS, () => ({
      name: 'set-permission',
      params: { permission: 'chat', allowed: true },
    })),
  ],
  'stop-source': [
    row(
      'mute one',
      'A5',
      MODERATORS,
      stops(({ other }) => other),
    ),
    row(
      'mute all others',
      'A5',
      MODERATORS,
      stops(() => null),
    ),
    row(
      'mute nobody',
      'A5',
      IN_VAIN,
      stops(({ nobody }) => nobody),
    ),
  ],
  'ask-unmute': [
    row('ask one to unmute', 'A5', MODERATORS, ({ other }) => ({
      name: 'ask-unmute',
      params: { peer: other },
    })),
    row('ask nobody to unmute', 'A5', IN_VAIN, ({ nobody }) => ({
      name: 'ask-unmute',
      params: { peer: nobody },
    })),
  ],
  'set-role': [
    row('make nobody a moderator', 'A2', IN_VAIN, sets('moderator', 'nobody')),
    row('take the role from nobody', 'A2', IN_VAIN, sets('participant', 'nobody')),
    row('take the role from the owner', 'D1 A2', NOBODY, sets('participant', 'owner')),
    row('make another a moderator', 'A2', MODERATORS, sets('moderator', 'other'), SPENT),
    row('take the role from a moderator', 'A2', MODERATORS, sets('participant', 'moderator'), SPENT),
    row('make oneself a moderator', 'A2', MODERATORS, sets('moderator', 'actor')),
  ],
  'remove-peer': [
    row('put nobody out', 'A6', IN_VAIN, removes('nobody')),
    row('put the owner out', 'D1 A6', NOBODY, removes('owner')),
    row('put oneself out', 'A6 L1', NOBODY, removes('actor')),
    row('put another out', 'A6', MODERATORS, removes('other'), SPENT),
    row('put the owner out, and change the link', 'D1 D15', NOBODY, removesForLink('owner')),
    row('put another out, and change the link', 'D15', NOT_ENCRYPTED, removesForLink('other'), {
      ...OF_LINKS,
      ...SPENT,
    }),
  ],
  admit: [
    row('let nobody in', 'D6', IN_VAIN, ({ nobody }) => ({ name: 'admit', params: { knock: nobody } })),
    row('let one in', 'D6', IN_VAIN, ({ knocker }) => ({ name: 'admit', params: { knock: knocker } }), {
      otherwise: KNOCKED,
      ...SPENT,
    }),
    row('let all in', 'D6', MODERATORS, () => ({ name: 'admit', params: { knock: null } }), SPENT),
  ],
  deny: [
    row('refuse nobody', 'D6', IN_VAIN, ({ nobody }) => ({ name: 'deny', params: { knock: nobody } })),
    row('refuse one', 'D6', IN_VAIN, ({ knocker }) => ({ name: 'deny', params: { knock: knocker } }), {
      otherwise: KNOCKED,
      ...SPENT,
    }),
  ],
  'set-lobby': [
    row('have a lobby', 'A1', MODERATORS, () => ({ name: 'set-lobby', params: { lobby: true } })),
    row('have none', 'A1', MODERATORS, () => ({ name: 'set-lobby', params: { lobby: false } }), SPENT),
  ],
  'renew-media': [
    row(
      'renew a former session',
      'M2',
      everybody('stale-media'),
      () => ofSession('renew-media', FORMER),
      STALE,
    ),
    row('renew one’s media', 'M4', ALL, () => ofSession('renew-media', NOW), { ...WITH_MEDIA, ...SPENT }),
  ],
  leave: [
    row('leave', 'L1', ALL, () => ({ name: 'leave', params: {} }), {
      // Who does not want to wait any longer says so.
      outside: (role, state) =>
        state !== 'ended' && (role === 'waiting' || role === 'admitted') ? 'granted' : 'not-joined',
      spends: true,
    }),
  ],
}

/** One row of the table after the other, with the name of its request. */
export const ALL_RIGHTS: readonly (readonly [PageRequestName, Right])[] = (
  Object.entries(PAGE_RIGHTS) as [PageRequestName, readonly Right[]][]
).flatMap(([name, rights]) => rights.map((right) => [name, right] as const))
