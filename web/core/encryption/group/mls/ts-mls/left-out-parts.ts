/**
 * Stands in for what ts-mls has for private messages, for those who are added by others, and for keys that are shared
 * beforehand: the group of a room has none of these (PROTOCOL.md, K32, K33). Of an epoch it needs the exporter alone.
 */

/** Messages under a group would be keyed by it, two secrets for each node of the tree: it is of none. */
export const createSecretTree = async (): Promise<never[]> => []
export const allSecretTreeValues = (): never[] => []

/** What those who are added would start from is made for each commit, and given away where somebody is: nobody is. */
export const encryptGroupInfo = async (): Promise<Uint8Array> => new Uint8Array()

function leftOut(): never {
  throw new Error('not what a room does with its group')
}

/** Nothing of that kind is readable. */
const unreadable = (): undefined => undefined

export {
  leftOut as consumeRatchet,
  leftOut as decryptGroupInfo,
  leftOut as decryptGroupSecrets,
  leftOut as encryptGroupSecrets,
  leftOut as protect,
  leftOut as protectApplicationData,
  leftOut as protectProposal,
  leftOut as pskIdEncoder,
  leftOut as ratchetToGeneration,
  leftOut as secretTreeEncoder,
  leftOut as unprotectPrivateMessage,
  leftOut as updatePskSecret,
  leftOut as welcomeEncoder,
  unreadable as decodePskId,
  unreadable as decodeSecretTree,
  unreadable as decodeWelcome,
}
