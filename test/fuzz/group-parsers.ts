import type { GroupInfo, RatchetTree } from 'ts-mls'
import { SEAL_KEY_BYTES } from '../../web/core/encryption/envelope.ts'
import { GroupError } from '../../web/core/encryption/group/group-error.ts'
import { Group } from '../../web/core/encryption/group/mls/group.ts'
import { decodeStart, encodeStart } from '../../web/core/encryption/group/newcomers-start.ts'
import { newSigner } from '../../web/core/encryption/group/signer.ts'
import type { Stay } from '../../web/core/encryption/stay.ts'
import { HostileMember, type Said } from '../support/hostile/hostile-group.ts'
import { fromJson, toJson } from '../support/hostile/mls-json.ts'
import { ofBytes, ofValue, type Parser } from './parser.ts'

const ROOM = 'salon'
const isHere = (): boolean => false
const [ada, ben, cy] = [await newSigner(), await newSigner(), await newSigner()]

/** A group of three, as its first member has it, who are told of it; and what each of them said. */
const founded = await Group.create(ROOM, ada)
const bens = await Group.join(ROOM, await founded.describe(), ben)
const cys = await Group.join(ROOM, bens.groupInfo, cy)
const two = await founded.after(bens.commit, isHere)
const { group } = await two.group.after(cys.commit, isHere)
const dans = await Group.join(ROOM, cys.groupInfo, await newSigner())
const { group: bensOfThree } = await bens.group.after(cys.commit, isHere)
const removal = await bensOfThree.without(new Set([cy.stay]), true)
const again = await Group.join(ROOM, cys.groupInfo, ben)

/** Who has the link, and signs whatever they say: as a member, and from outside. */
const eve = await HostileMember.begin()
const eves = await eve.come(cys.groupInfo)
const { group: withEve } = await group.after(await eve.fromOutside(cys.groupInfo, eves.said), isHere)
const removed = await eve.remove(eves.state, 1, 2)
const own = await eve.found(ROOM)

/** It is followed as a whole, or not at all: nobody is two people, and whoever follows can go on. */
async function followed(from: Group, commit: Uint8Array): Promise<unknown> {
  const { group: next } = await from.after(commit, isHere)
  const stays: readonly Stay[] = [...next.members.values()]
  if (new Set(stays).size !== stays.length || !stays.includes(ada.stay)) throw new Error('nobody goes on so')
  return next.exportKey('essaim media', 32)
}

/** What is made of a hostile value; null where ts-mls itself could not write that. */
async function said(say: () => Promise<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await say()
  } catch {
    // No bytes come of it: nobody can send that.
    return null
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A value of JSON in which anything may stand anywhere: what is made of it is written down, or not. */
const asSaid = (value: unknown): Said => fromJson(value) as Said
const asGroup = (value: unknown): { readonly info: GroupInfo; readonly tree: RatchetTree } =>
  fromJson(value) as typeof own

async function describedBy(value: unknown): Promise<unknown> {
  if (!isObject(value)) return null
  const bytes = await said(async () => {
    const { info, tree } = asGroup(value)
    return eve.describe(info, tree)
  })
  return bytes && (await Group.join(ROOM, bytes, await newSigner())).group.exportKey('essaim media', 32)
}

async function saidFromOutside(value: unknown): Promise<unknown> {
  const bytes = await said(() => eve.fromOutside(cys.groupInfo, asSaid(value)))
  return bytes && followed(group, bytes)
}

async function saidByMember(value: unknown): Promise<unknown> {
  const bytes = await said(() => eve.asMember(eves.state, asSaid(value)))
  return bytes && followed(withEve, bytes)
}

const GROUPS: Partial<Parser> = { refuses: (thrown) => thrown instanceof GroupError, share: 0.15 }

const key = (first: number): Uint8Array => new Uint8Array(SEAL_KEY_BYTES).fill(first)
const starts = [[1], [1, 2, 900]].map((numbers) =>
  encodeStart({
    groupInfo: cys.groupInfo,
    formerSeals: numbers.slice(1).map(key),
    ring: { keys: new Map(numbers.map((number) => [number, key(number)])), current: 1 },
  }),
)

/** What is read is written so again, to the last byte. */
function started(bytes: Uint8Array): unknown {
  const start = decodeStart(bytes)
  const again = encodeStart(start)
  if (again.length !== bytes.length || again.some((byte, at) => byte !== bytes[at]))
    throw new Error('a start that is another one')
  return start
}

/** What a page reads of its room's group, as somebody who has the link seals it. */
export const GROUP_PARSERS: readonly Parser[] = [
  ofBytes('what newcomers start from', starts, started, { ...GROUPS, share: 1 }),
  ofBytes(
    'descriptions of a group',
    [cys.groupInfo, bens.groupInfo, dans.groupInfo],
    async (bytes) => (await Group.join(ROOM, bytes, await newSigner())).group.members,
    GROUPS,
  ),
  ofBytes(
    'commits of a group',
    [dans.commit, removal.commit, again.commit],
    (bytes) => followed(group, bytes),
    GROUPS,
  ),
  ofValue('descriptions of a group that somebody signed', [toJson(own)], describedBy, GROUPS),
  ofValue(
    'commits that somebody signed who comes',
    [eves.said, removed].map(toJson),
    saidFromOutside,
    GROUPS,
  ),
  ofValue('commits that a member signed', [removed, eves.said].map(toJson), saidByMember, GROUPS),
]
