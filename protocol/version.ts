/**
 * The version of both wire protocols (page-edge and node-edge). It changes whenever a schema changes:
 * `test/protocol/wire-hash.test.ts` pins a hash of all schemas to it, so that nobody changes the wire by accident.
 */
export const PROTOCOL_VERSION = 25
