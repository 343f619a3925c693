import * as v from 'valibot'
import { randomBase64url } from './base64url.ts'

/** Identifiers are opaque: 8 to 64 characters of base64url. Brands keep a producer from standing where a peer should. */
const opaque = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, 'an opaque id'))

export const PeerId = v.pipe(opaque, v.brand('PeerId'))
export type PeerId = v.InferOutput<typeof PeerId>

/** Chosen by the page, so that it need not wait for an answer before it sends media. */
export const ProducerId = v.pipe(opaque, v.brand('ProducerId'))
export type ProducerId = v.InferOutput<typeof ProducerId>

/** Chosen by the node's mediasoup. */
export const ConsumerId = v.pipe(opaque, v.brand('ConsumerId'))
export type ConsumerId = v.InferOutput<typeof ConsumerId>

/** Chosen by the edge. */
export const TransportId = v.pipe(opaque, v.brand('TransportId'))
export type TransportId = v.InferOutput<typeof TransportId>

/** Chosen by the edge: one pipe between two nodes, the same at both ends. */
export const PipeId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,128}$/, 'a pipe id'), v.brand('PipeId'))
export type PipeId = v.InferOutput<typeof PipeId>

/** Chosen by the edge: one check of a node's media ports. */
export const CheckId = v.pipe(opaque, v.brand('CheckId'))
export type CheckId = v.InferOutput<typeof CheckId>

/** What a node knows a room by: the id of its Durable Object, from which no name can be read. */
export const MediaRoomId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a room id'), v.brand('MediaRoomId'))
export type MediaRoomId = v.InferOutput<typeof MediaRoomId>

/** What a node is called: a word that people recognise. */
export const NodeId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'a node id'), v.brand('NodeId'))
export type NodeId = v.InferOutput<typeof NodeId>

/** One life of a node's process. */
export const NodeSessionId = v.pipe(opaque, v.brand('NodeSessionId'))
export type NodeSessionId = v.InferOutput<typeof NodeSessionId>

/** One count of what goes between a node and TURN servers for one room; another where the count begins anew. */
export const TurnCountId = v.pipe(opaque, v.brand('TurnCountId'))
export type TurnCountId = v.InferOutput<typeof TurnCountId>

/** The secret with which a page resumes as the same person: 256 random bits. */
export const ResumeToken = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, 'a resume token'),
  v.brand('ResumeToken'),
)
export type ResumeToken = v.InferOutput<typeof ResumeToken>

/** What a page names one sending by. */
export const SendId = v.pipe(opaque, v.brand('SendId'))
export type SendId = v.InferOutput<typeof SendId>

/**
 * What a room knows a browser by: derived by the page from a secret of its own and the room's name, so that no two
 * rooms can tell that they know the same browser. Whoever was removed does not come back under it.
 */
export const BrowserId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, 'a browser id'),
  v.brand('BrowserId'),
)
export type BrowserId = v.InferOutput<typeof BrowserId>

/**
 * What the votes of one browser are counted by in one room: made by the edge of the browser's id with a key of the room's,
 * so that it tells nobody that id, and no two rooms can tell that they know the same browser.
 */
export const VoterId = v.pipe(opaque, v.brand('VoterId'))
export type VoterId = v.InferOutput<typeof VoterId>

export const newPeerId = (): PeerId => v.parse(PeerId, randomBase64url(12))
export const newProducerId = (): ProducerId => v.parse(ProducerId, randomBase64url(12))
export const newCheckId = (): CheckId => v.parse(CheckId, randomBase64url(12))
export const newSendId = (): SendId => v.parse(SendId, randomBase64url(12))
export const newTurnCountId = (): TurnCountId => v.parse(TurnCountId, randomBase64url(12))
export const newNodeSessionId = (): NodeSessionId => v.parse(NodeSessionId, randomBase64url(12))
export const newResumeToken = (): ResumeToken => v.parse(ResumeToken, randomBase64url(32))
