import type { NodeAdminState } from '../../protocol/http/lending.ts'
import type { NodeId } from '../../protocol/ids.ts'
import type { NodeRegistration } from '../../protocol/node-edge/events.ts'
import type { NodeReport } from '../directory/registry/reports.ts'
import type { Unspoken } from '../directory/registry/unspoken-versions.ts'
import { type DirectoryRef, directoryOf } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import { HOME, type Region } from '../placement/regions.ts'
import type { Listed, NodeStorage } from './node-storage.ts'

/** What a node's object tells the directories: that of the region in which it is listed, and the central one. */
export class NodeDirectory {
  readonly #env: Env
  readonly #storage: NodeStorage

  constructor(env: Env, storage: NodeStorage) {
    this.#env = env
    this.#storage = storage
  }

  get region(): Region {
    return this.#storage.listed()?.region ?? HOME
  }

  /** The node has proved who it is, and is listed there from now on. Another region lists it no longer. */
  async list(node: NodeId, listed: Listed): Promise<void> {
    const before = this.region
    this.#storage.setListed(listed)
    if (before !== listed.region) await this.#lostIn(before, node)
    if (before === HOME && listed.region === HOME) return
    await directoryOf(this.#env).repeat((directory) => directory.registeredIn(node, listed.region))
  }

  /** What it told, with that as which it was admitted: its region need not ask for it. */
  async heard(
    registration: NodeRegistration,
    { load, notAccepting }: Pick<NodeReport, 'load' | 'notAccepting'>,
  ): Promise<void> {
    const { adminState, lender } = this.#storage.listed() ?? (await this.#listAnew(registration.node))
    const report = { registration, load, notAccepting, admitted: { adminState, lender } }
    await this.#own().repeat((directory) => directory.heard(report))
  }

  /** An earlier version of the edge, which knew one region, has let it in. */
  async #listAnew(node: NodeId): Promise<Listed> {
    const { adminState, lender } = await directoryOf(this.#env).repeat((each) => each.admission(node))
    const listed = { region: HOME, adminState, lender }
    this.#storage.setListed(listed)
    return listed
  }

  /** The operator has said what the node is to be. A region that is not told learns it with the next heartbeat. */
  async adminStateChanged(node: NodeId, adminState: NodeAdminState): Promise<void> {
    const listed = this.#storage.listed()
    if (listed) this.#storage.setListed({ ...listed, adminState })
    try {
      await this.#own().repeat((directory) => directory.adminStateChanged(node, adminState))
    } catch (thrown) {
      log.error('directory-not-told', thrown, { node, region: this.region })
    }
  }

  /** It has proved who it is, and speaks a version that is none of ours; or, with null, one that is. A list that is not told ends no call. */
  async setUnspoken(node: NodeId, unspoken: Unspoken | null): Promise<void> {
    try {
      await directoryOf(this.#env).repeat((directory) => directory.setUnspoken(node, unspoken))
    } catch (thrown) {
      log.error('directory-not-told', thrown, { node })
    }
  }

  /** It has said too much that cannot be true: it is paused. */
  async misbehaved(node: NodeId, reason: string): Promise<void> {
    await directoryOf(this.#env).repeat((directory) => directory.misbehaved(node, reason))
    await this.adminStateChanged(node, 'paused')
  }

  /** It lives, and leaves requests unanswered. Resolves with whether another node would serve, in whichever region. */
  async stalled(node: NodeId): Promise<boolean> {
    if (await this.#own().repeat((directory) => directory.stalled(node))) return true
    const { regions } = await directoryOf(this.#env).repeat((directory) => directory.outline([]))
    for (const region of regions) {
      if (region === this.region) continue
      if (await directoryOf(this.#env, region).repeat((each) => each.servesWithout(node))) return true
    }
    return false
  }

  /** Pages lost their way to it, and it lives. */
  async suspected(node: NodeId): Promise<void> {
    await this.#own().repeat((directory) => directory.suspected(node))
  }

  /** It gets no more rooms. */
  async lost(node: NodeId): Promise<void> {
    await this.#own().repeat((directory) => directory.lost(node))
  }

  /** That region forgets by itself whom it does not hear: nobody waits for that. */
  async #lostIn(region: Region, node: NodeId): Promise<void> {
    try {
      await directoryOf(this.#env, region).repeat((directory) => directory.lost(node))
    } catch (thrown) {
      log.error('directory-not-told', thrown, { node, region })
    }
  }

  #own(): DirectoryRef {
    return directoryOf(this.#env, this.region)
  }
}
