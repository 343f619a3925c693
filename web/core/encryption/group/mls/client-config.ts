import {
  type Capabilities,
  type CiphersuiteImpl,
  type ClientConfig,
  defaultAuthenticationService,
  defaultKeyPackageEqualityConfig,
  defaultLifetime,
  defaultPaddingConfig,
  generateKeyPackageWithKey,
} from 'ts-mls'
import { fromBase64url } from '../../../../../protocol/base64url.ts'
import type { Signer } from '../signer.ts'
import { nameOf } from './leaves.ts'
import { SUITE } from './suite/suite.ts'

/** What of RFC 9420 a member understands: nothing beside what every member has to. */
const CAPABILITIES: Capabilities = {
  versions: ['mls10'],
  ciphersuites: [SUITE.name],
  extensions: [],
  proposals: [],
  credentials: ['basic'],
}

/** No key of an epoch is kept for its messages: all that is sent under a group is keyed by its exporter. */
export const CONFIG: ClientConfig = {
  keyRetentionConfig: { retainKeysForGenerations: 0, retainKeysForEpochs: 0, maximumForwardRatchetSteps: 0 },
  lifetimeConfig: { maximumTotalLifetime: 0n, validateLifetimeOnReceive: false },
  keyPackageEqualityConfig: {
    ...defaultKeyPackageEqualityConfig,
    // Who comes again, having lost touch, takes the place of their own former leaf, whatever key that one had.
    compareKeyPackageToLeafNode: ({ leafNode }, leaf) => nameOf(leafNode) === nameOf(leaf),
  },
  paddingConfig: defaultPaddingConfig,
  authService: defaultAuthenticationService,
}

/** What one comes into a group with (RFC 9420 §10): a leaf that is called by one's stay, and its keys. */
export const newKeyPackage = (
  { stay, keys }: Signer,
  suite: CiphersuiteImpl,
): ReturnType<typeof generateKeyPackageWithKey> =>
  generateKeyPackageWithKey(
    { credentialType: 'basic', identity: fromBase64url(stay) },
    CAPABILITIES,
    defaultLifetime,
    [],
    keys,
    suite,
  )
