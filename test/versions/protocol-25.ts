// @ts-nocheck: a record, not a program. Nothing here is edited or renamed, whatever becomes of protocol/.
/**
 * Version 25 of page-edge, as it was released: what pages of that version send, and what they accept, in one file.
 * test/protocol/wire-hash.test.ts holds it against the hash that was pinned then.
 */
import * as v from 'valibot'

var MAX_PEERS_PER_ROOM = 200;
var MAX_PRODUCERS_PER_PEER = 4;
var DISPLAY_NAME_MAX_LENGTH = 40;
var PAGE_MESSAGE_MAX_BYTES = 64 * 1024;
var NODE_MESSAGE_MAX_BYTES = 4 * 1024 * 1024;
var NODE_FRAME_MAX_LENGTH = 16 * 1024;
var NODE_REGISTER_MAX_BYTES = 8 * 1024;
var RESUME_RATE = { burst: 12, perSecond: 1 / 5 };
var RENAME_RATE = { burst: 6, perSecond: 1 / 10 };
var HISTORY_PAGE_LENGTH = 256 * 1024;
var MAX_TILES_IN_VIEW = MAX_PEERS_PER_ROOM * MAX_PRODUCERS_PER_PEER;
var NODE_WORK_RATES = {
  /** Both ways of each session. */
  "connect-transport": { person: { burst: 16, perSecond: 1 }, room: { burst: 1e3, perSecond: 40 } },
  /** Both ways, when a network changes. */
  "restart-ice": { person: { burst: 12, perSecond: 0.5 }, room: { burst: 1e3, perSecond: 20 } },
  /** A consumer for each that is sent in the room: pages wait for up to 8 s between two. */
  "renew-media": { person: { burst: 6, perSecond: 0.2 }, room: { burst: 400, perSecond: 4 } },
  /** A consumer for each person in the room. */
  produce: { person: { burst: 24, perSecond: 0.5 }, room: { burst: 1600, perSecond: 20 } },
  /** Tiles. */
  "set-view": {
    person: { burst: 2 * MAX_TILES_IN_VIEW, perSecond: 50 },
    room: { burst: 100 * MAX_TILES_IN_VIEW, perSecond: 2e3 }
  },
  "suspect-node": { person: { burst: 8, perSecond: 0.5 }, room: { burst: 800, perSecond: 10 } }
};
var JOIN_RATES = {
  address: { burst: MAX_PEERS_PER_ROOM + 50, perSecond: 1 },
  room: { burst: 500, perSecond: 10 }
};
var DOOR_TRIES_PER_SECOND = 1 / 5;
var LENDER_NAME_MAX_LENGTH = 80;
var SITE_NAME_MAX_LENGTH = 80;
var SITE_ADDRESS_MAX_LENGTH = 500;
var BODY_MAX_BYTES = 8 * 1024;
var NODE_VIOLATIONS_WINDOW_MS = 10 * 60 * 1e3;
var NODE_TIMEOUT_MIN_MS = 10 * 60 * 1e3;
var NODE_TIMEOUT_MAX_MS = 24 * 60 * 60 * 1e3;
var NODE_TIMEOUT_FORGOTTEN_MS = 7 * 24 * 60 * 60 * 1e3;
var MAX_MEDIA_PORTS = 1024;
var MAX_NODE_OPS_PER_BATCH = 2 * MAX_PEERS_PER_ROOM * MAX_PRODUCERS_PER_PEER;
var DOOR_KEPT_MS = 30 * 24 * 60 * 60 * 1e3;
var EVENT_LOG_MAX_LENGTH = 1024 * 1024;
var KEPT_MAX_LENGTH = 2 * 1024 * 1024;
var SET_ASIDE_MAX_LENGTH = 4 * 1024 * 1024;
var PAGE_REQUEST_TIMEOUT_MS = 15e3;
var RETRY_AFTER_JITTER = 1 / 4;
var OTHER_VERSION_RETRY_MAX_MS = 30 * 60 * 1e3;
var MAX_MEASURED_NODES = 4;
var NODE_HEARTBEAT_INTERVAL_MS = 1e4;
var NODE_SILENCE_MAX_MS = 3 * NODE_HEARTBEAT_INTERVAL_MS;
var NODE_STALL_PAUSE_MAX_MS = 6 * 60 * 60 * 1e3;
var NODE_STALL_FORGOTTEN_MS = 24 * 60 * 60 * 1e3;
var PORTS_RECHECK_MS = 6 * 60 * 60 * 1e3;
var PORTS_RETRY_MAX_MS = 10 * 60 * 1e3;
var CHECK_TICKET_TTL_MS = 15 * 60 * 1e3;
var TURN_CREDENTIAL_TTL_MS = 4 * 60 * 60 * 1e3;
var TURN_CREDENTIAL_TTL_MAX_MS = 48 * 60 * 60 * 1e3;

var RetryAfterMs = v.fallback(v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))), void 0);

var ERRORS = {
  "bad-message": { status: 400, reaction: "give-up" },
  "bad-room-name": { status: 400, reaction: "ask" },
  unauthorised: { status: 401, reaction: "give-up" },
  /** The room has a password, and none was brought. */
  "password-required": { status: 401, reaction: "ask" },
  "not-allowed": { status: 403, reaction: "ask" },
  /** Put out of the room, for as long as it lives. */
  removed: { status: 403, reaction: "give-up" },
  "wrong-password": { status: 403, reaction: "ask" },
  /** This node is no longer one of the edge's. */
  revoked: { status: 403, reaction: "give-up" },
  /** This node has said too much that cannot be true, and is paused. */
  misbehaved: { status: 403, reaction: "give-up" },
  /** A moderator did not let one in from the lobby. */
  denied: { status: 403, reaction: "ask", before: "turned-away" },
  "not-found": { status: 404, reaction: "give-up" },
  "invitation-unknown": { status: 404, reaction: "ask" },
  /** A page did not join in time after its socket opened. */
  "join-timeout": { status: 408, reaction: "reconnect" },
  /** A node did not register in time after its socket opened. */
  "register-timeout": { status: 408, reaction: "reconnect", before: "join-timeout" },
  /** Nothing was heard of a page or node that was there. */
  "ping-timeout": { status: 408, reaction: "reconnect", before: "join-timeout" },
  /** Whoever was let in from the lobby did not come in time. */
  "admission-expired": { status: 408, reaction: "reconnect", before: "join-timeout" },
  "already-joined": { status: 409, reaction: "give-up" },
  "not-joined": { status: 409, reaction: "reconnect" },
  replaced: { status: 409, reaction: "give-up" },
  "invitation-used": { status: 409, reaction: "ask" },
  /** Another node is connected under this id. */
  "node-id-taken": { status: 409, reaction: "wait" },
  /** The node has a producer of that id already, from elsewhere. */
  "producer-id-taken": { status: 409, reaction: "renew-media", before: "media-failed" },
  "invitation-expired": { status: 410, reaction: "ask" },
  /** That media session was replaced by another one. */
  "stale-media": { status: 410, reaction: "await-media" },
  "message-too-large": { status: 413, reaction: "give-up" },
  /** mediasoup does not carry such media, and will not. */
  "media-unsupported": { status: 415, reaction: "give-up", before: "media-failed" },
  "room-locked": { status: 423, reaction: "ask" },
  /** The address is for WebSockets. */
  "upgrade-required": { status: 426, reaction: "give-up" },
  "unsupported-protocol": { status: 426, reaction: "update" },
  "rate-limited": { status: 429, reaction: "wait" },
  /** Too many wrong passwords, or too many knocks in vain, from one place. */
  "too-many-tries": { status: 429, reaction: "ask" },
  internal: { status: 500, reaction: "wait" },
  /** mediasoup could not do it. */
  "media-failed": { status: 502, reaction: "renew-media" },
  /** The node's answer does not fit the question, or names a place that is not its own. */
  "bad-node-answer": { status: 502, reaction: "renew-media", before: "media-failed" },
  /** A node does not open its media ports for a check. */
  "ports-not-opened": { status: 502, reaction: "ask", before: "media-failed" },
  "room-full": { status: 503, reaction: "ask" },
  /** No node carries one, for now. */
  "no-media": { status: 503, reaction: "await-media" },
  /** The node is gone, or its object could not be asked. */
  "node-unreachable": { status: 503, reaction: "renew-media", before: "no-media" },
  /** The node's mediasoup workers are all dead for the moment. */
  "no-media-worker": { status: 503, reaction: "place-elsewhere", before: "media-failed" },
  /** The node takes no more rooms: what its lender lends is used up. */
  "lending-limit": { status: 503, reaction: "place-elsewhere", before: "media-failed" },
  /** The node lives, and did not answer. */
  "node-timeout": { status: 504, reaction: "renew-media" }
};
var ERROR_CODES = Object.keys(ERRORS);
var ErrorCodeSchema = v.picklist(ERROR_CODES);
var WireError = v.object({
  code: ErrorCodeSchema,
  message: v.pipe(v.string(), v.maxLength(500)),
  retryAfterMs: RetryAfterMs
});
var CODES_BEFORE = Object.fromEntries(
  Object.entries(ERRORS).flatMap(
    ([code, { before }]) => before === void 0 ? [] : [[code, before]]
  )
);

var EventName = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, "the name of an event"));

var opaque = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, "an opaque id"));
var PeerId = v.pipe(opaque, v.brand("PeerId"));
var ProducerId = v.pipe(opaque, v.brand("ProducerId"));
var ConsumerId = v.pipe(opaque, v.brand("ConsumerId"));
var TransportId = v.pipe(opaque, v.brand("TransportId"));
var PipeId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,128}$/, "a pipe id"), v.brand("PipeId"));
var CheckId = v.pipe(opaque, v.brand("CheckId"));
var MediaRoomId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "a room id"), v.brand("MediaRoomId"));
var NodeId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "a node id"), v.brand("NodeId"));
var NodeSessionId = v.pipe(opaque, v.brand("NodeSessionId"));
var TurnCountId = v.pipe(opaque, v.brand("TurnCountId"));
var ResumeToken = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, "a resume token"),
  v.brand("ResumeToken")
);
var SendId = v.pipe(opaque, v.brand("SendId"));
var BrowserId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, "a browser id"),
  v.brand("BrowserId")
);
var VoterId = v.pipe(opaque, v.brand("VoterId"));

var FORGING = /(?![\u200d\u{e0020}-\u{e007f}\p{Variation_Selector}])[\p{Cc}\p{Zl}\p{Zp}\u2800\p{Default_Ignorable_Code_Point}]/gu;
var VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
var LINE_MAX_LENGTH = 2048;
function tidyLine(raw) {
  const tidied = raw.replace(FORGING, "").replace(/\s+/gu, " ").trim();
  const line = tidied.slice(0, LINE_MAX_LENGTH).normalize("NFC").trim();
  return VISIBLE.test(line) ? line : "";
}
var tidyDisplayName = (raw) => tidyLine([...tidyLine(raw)].slice(0, DISPLAY_NAME_MAX_LENGTH).join(""));
var DisplayName = v.pipe(
  v.string(),
  v.maxLength(DISPLAY_NAME_MAX_LENGTH * 16),
  v.check((name) => name.length > 0 && name === tidyDisplayName(name), "a tidy name of 1 to 40 characters"),
  v.brand("DisplayName")
);

var tidy = (max, expected) => v.pipe(
  v.string(),
  v.check((text) => text.length > 0 && text.length <= max && text === tidyLine(text), expected)
);
var Coordinates = v.object({
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180))
});
var Lender = v.object({
  name: tidy(LENDER_NAME_MAX_LENGTH, "a tidy name of 1 to 80 characters"),
  /** Their page. */
  link: v.nullable(v.pipe(v.string(), v.maxLength(500), v.url(), v.startsWith("https://"))),
  place: v.nullable(tidy(LENDER_NAME_MAX_LENGTH, "a tidy place of 1 to 80 characters")),
  at: v.nullable(Coordinates)
});
var LenderInfo = v.pick(Lender, ["name", "link"]);

var word = (pattern, what) => v.pipe(v.string(), v.regex(pattern, what));
var IceFragment = word(/^[A-Za-z0-9+/]{4,256}$/, "an ICE user fragment");
var IcePassword = word(/^[A-Za-z0-9+/]{22,256}$/, "an ICE password");
var IceFoundation = word(/^[A-Za-z0-9+/]{1,32}$/, "an ICE foundation");
var fingerprintOf = (octets) => word(new RegExp(`^[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){${octets - 1}}$`), `${octets} octets`);
var MediaId = word(/^[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,16}$/, "a mid");
var StreamAndTrack = word(
  /^[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,64}(?: [A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,64})?$/,
  "an msid"
);
var CanonicalName = word(/^[!-~]{0,256}$/, "a CNAME");
var RtpStreamId = word(/^[A-Za-z0-9_-]{1,16}$/, "a rid");
var ScalabilityMode = word(/^[LS][1-9]T[1-9](?:h)?(?:_KEY(?:_SHIFT)?)?$/, "a scalability mode");
var MimeType = word(/^(?:audio|video)\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,40}$/, "audio or video");
var CodecParameterName = word(/^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,40}$/, "the name of a parameter");
var CodecParameterWord = word(/^[!-:<-~]{0,100}$/, "the value of a parameter");
var FeedbackType = word(/^[A-Za-z0-9_-]{1,32}$/, "a type of feedback");
var FeedbackParameter = word(/^(?:[A-Za-z0-9_-]{1,32}(?: [A-Za-z0-9_-]{1,32})?)?$/, "a feedback");

var MediaKind = v.picklist(["audio", "video"]);
var uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295));
var clockRate = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e6));
var channels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255));
var payloadType = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(127));
var extensionId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255));
var CodecSpecifics = v.pipe(
  v.record(CodecParameterName, v.union([CodecParameterWord, v.pipe(v.number(), v.finite())])),
  v.check((specifics) => Object.keys(specifics).length <= 30, "at most 30 codec parameters")
);
var Feedback = v.object({ type: FeedbackType, parameter: v.exactOptional(FeedbackParameter) });
var HEADER_EXTENSION_URIS = [
  "urn:ietf:params:rtp-hdrext:sdes:mid",
  "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id",
  "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id",
  "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
  "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
  "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
  "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension",
  "urn:3gpp:video-orientation",
  "http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time",
  "http://www.webrtc.org/experiments/rtp-hdrext/playout-delay",
  "urn:mediasoup:params:rtp-hdrext:packet-id"
];
var ExtensionUri = v.picklist(HEADER_EXTENSION_URIS);
var CodecCapability = v.object({
  kind: MediaKind,
  mimeType: MimeType,
  preferredPayloadType: payloadType,
  clockRate,
  channels: v.exactOptional(channels),
  parameters: v.exactOptional(CodecSpecifics),
  rtcpFeedback: v.exactOptional(v.pipe(v.array(Feedback), v.maxLength(20)))
});
var HeaderExtension = v.object({
  kind: MediaKind,
  uri: ExtensionUri,
  preferredId: extensionId,
  preferredEncrypt: v.exactOptional(v.boolean()),
  direction: v.exactOptional(v.picklist(["sendrecv", "sendonly", "recvonly", "inactive"]))
});
var RtpCapabilities = v.object({
  codecs: v.pipe(v.array(CodecCapability), v.maxLength(50)),
  headerExtensions: v.pipe(v.array(HeaderExtension), v.maxLength(50))
});
var Encoding = v.object({
  ssrc: v.exactOptional(uint32),
  rid: v.exactOptional(RtpStreamId),
  codecPayloadType: v.exactOptional(payloadType),
  rtx: v.exactOptional(v.object({ ssrc: uint32 })),
  dtx: v.exactOptional(v.boolean()),
  scalabilityMode: v.exactOptional(ScalabilityMode),
  maxBitrate: v.exactOptional(uint32)
});
var RtpParameters = v.object({
  mid: v.exactOptional(MediaId),
  codecs: v.pipe(
    v.array(
      v.object({
        mimeType: MimeType,
        payloadType,
        clockRate,
        channels: v.exactOptional(channels),
        parameters: v.exactOptional(CodecSpecifics),
        rtcpFeedback: v.exactOptional(v.pipe(v.array(Feedback), v.maxLength(20)))
      })
    ),
    v.minLength(1),
    v.maxLength(20)
  ),
  headerExtensions: v.exactOptional(
    v.pipe(
      v.array(
        v.object({
          uri: ExtensionUri,
          id: extensionId,
          encrypt: v.exactOptional(v.boolean()),
          /** None of them takes any (RFC 8285 §5): what is there is passed over. */
          parameters: v.exactOptional(v.object({}))
        })
      ),
      v.maxLength(30)
    )
  ),
  encodings: v.exactOptional(v.pipe(v.array(Encoding), v.maxLength(6))),
  rtcp: v.exactOptional(
    v.object({ cname: v.exactOptional(CanonicalName), reducedSize: v.exactOptional(v.boolean()) })
  ),
  msid: v.exactOptional(StreamAndTrack)
});

var word2 = v.pipe(v.string(), v.maxLength(300));
var port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535));
var IceParameters = v.object({
  usernameFragment: IceFragment,
  password: IcePassword,
  iceLite: v.exactOptional(v.boolean())
});
var address = v.pipe(v.string(), v.ip());
var IceCandidate = v.object({
  foundation: IceFoundation,
  priority: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2147483647)),
  ip: address,
  address,
  protocol: v.picklist(["udp", "tcp"]),
  port,
  type: v.literal("host"),
  tcpType: v.exactOptional(v.literal("passive"))
});
var Fingerprint = v.variant("algorithm", [
  v.object({ algorithm: v.literal("sha-1"), value: fingerprintOf(20) }),
  v.object({ algorithm: v.literal("sha-224"), value: fingerprintOf(28) }),
  v.object({ algorithm: v.literal("sha-256"), value: fingerprintOf(32) }),
  v.object({ algorithm: v.literal("sha-384"), value: fingerprintOf(48) }),
  v.object({ algorithm: v.literal("sha-512"), value: fingerprintOf(64) })
]);
var DtlsParameters = v.object({
  role: v.exactOptional(v.picklist(["auto", "client", "server"])),
  fingerprints: v.pipe(v.array(Fingerprint), v.minLength(1), v.maxLength(5))
});
var Direction = v.picklist(["send", "receive"]);
var TransportDescription = v.object({
  id: TransportId,
  iceParameters: IceParameters,
  iceCandidates: v.pipe(v.array(IceCandidate), v.minLength(1), v.maxLength(20)),
  dtlsParameters: DtlsParameters
});
var IceServer = v.object({
  urls: v.pipe(v.array(word2), v.minLength(1), v.maxLength(8)),
  username: v.exactOptional(word2),
  credential: v.exactOptional(word2)
});

var MediaSource = v.picklist(["microphone", "camera", "screen", "screen-audio"]);
var ProducerInfo = v.object({ id: ProducerId, source: MediaSource, paused: v.boolean() });
var ConsumerInfo = v.object({
  id: ConsumerId,
  peer: PeerId,
  producer: ProducerId,
  kind: MediaKind,
  rtpParameters: RtpParameters
});
var MediaSession = v.object({
  generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  iceServers: v.array(IceServer),
  send: TransportDescription,
  receive: TransportDescription,
  consumers: v.array(ConsumerInfo),
  /** Who lends the node that carries it (S7); null where it is the operator's own. */
  carriedBy: v.nullable(LenderInfo)
});

var secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, "a secret of 32 bytes"));
var PasswordProof = v.pipe(secret, v.brand("PasswordProof"));
var LinkProof = v.pipe(secret, v.brand("LinkProof"));
var CreatorKey = v.pipe(secret, v.brand("CreatorKey"));
var Ticket = v.pipe(secret, v.brand("Ticket"));
var Knock = v.object({
  /** Becomes the person's id once they are in. */
  id: PeerId,
  name: DisplayName,
  /** Since when they wait (ms since the epoch). */
  at: v.number()
});

var TALKING = { burst: 15, perSecond: 2, lengthBurst: 12e4, lengthPerSecond: 4e3 };
var NOTES = { burst: 15, perSecond: 2, lengthBurst: 48e4, lengthPerSecond: 24e3 };
var FILES = { burst: 40, perSecond: 15, lengthBurst: 2e6, lengthPerSecond: 2e5 };
var PERSON_OR_ALL = ["everyone", "peer"];
var MESSAGE_KIND_RULES = {
  chat: {
    kept: 1e3,
    to: ["everyone", "moderators", "peer"],
    maxLength: 8e3,
    rate: TALKING,
    governedBy: "chat"
  },
  reaction: { kept: "none", to: ["everyone"], maxLength: 200, rate: TALKING, governedBy: null },
  hand: { kept: "latest", to: ["everyone"], maxLength: 200, rate: TALKING, governedBy: null },
  file: { kept: "none", to: ["peer"], maxLength: 48e3, rate: FILES, governedBy: "chat" },
  poll: { kept: 100, to: ["everyone"], maxLength: 8e3, rate: TALKING, governedBy: "chat" },
  vote: { kept: 5e3, to: PERSON_OR_ALL, maxLength: 1e3, rate: TALKING, governedBy: null, byVoter: true },
  notes: {
    kept: 500,
    to: ["everyone"],
    maxLength: 48e3,
    rate: NOTES,
    governedBy: "chat",
    compacted: true
  },
  recording: { kept: "latest", to: ["everyone"], maxLength: 200, rate: TALKING, governedBy: null },
  consent: { kept: "latest", to: PERSON_OR_ALL, maxLength: 1e3, rate: TALKING, governedBy: null }
};
var MESSAGE_KINDS = Object.keys(MESSAGE_KIND_RULES);
var MessageKind = v.picklist(MESSAGE_KINDS);
var rulesOf = (kind) => MESSAGE_KIND_RULES[kind];
var MAX_UNANSWERED_SENDINGS = [
  ...new Set(MESSAGE_KINDS.filter((kind) => rulesOf(kind).kept !== "none").map((kind) => rulesOf(kind).rate))
].reduce((sum, { burst, perSecond }) => sum + burst + perSecond * PAGE_REQUEST_TIMEOUT_MS / 1e3, 0);
var MAX_KNOWN_SENDINGS = MAX_PEERS_PER_ROOM * MAX_UNANSWERED_SENDINGS;

var Addressee = v.variant("to", [
  v.object({ to: v.literal("everyone") }),
  v.object({ to: v.literal("moderators") }),
  v.object({ to: v.literal("peer"), peer: PeerId })
]);
var Payload = v.string();
var MessageNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
var OutgoingMessage = v.pipe(
  v.object({
    kind: MessageKind,
    addressee: Addressee,
    payload: Payload,
    /** Names the sending, so that sent again after a cut it is the same message (C6). */
    sendId: v.exactOptional(SendId),
    /** This message stands for all earlier ones of its kind up to this number. */
    upTo: v.exactOptional(MessageNumber)
  }),
  v.check(({ kind, addressee }) => rulesOf(kind).to.includes(addressee.to), "not for messages of that kind"),
  v.check(({ kind, payload }) => payload.length <= rulesOf(kind).maxLength, "too long for its kind"),
  v.check(({ kind, upTo }) => upTo === void 0 || rulesOf(kind).compacted === true, "stands for no others")
);
var RoomMessage = v.object({
  id: MessageNumber,
  from: PeerId,
  /** The sender's name, for those who read it when the sender has left. */
  name: DisplayName,
  /** There where the sender was a moderator then: what only moderators may say is judged by it, whoever has left since. */
  moderator: v.exactOptional(v.literal(true)),
  /** Of votes, where the sender's browser has an id: whoever leaves and comes back is the same voter. */
  voter: v.exactOptional(VoterId),
  kind: MessageKind,
  addressee: Addressee,
  /** When the edge took it (ms since the epoch). */
  at: v.number(),
  payload: Payload,
  /** Earlier messages of its kind, up to this number, are in this one. */
  upTo: v.exactOptional(MessageNumber)
});

var TurnLevel = v.picklist(["all", "audio-only", "nothing"]);
var bytes = v.pipe(v.number(), v.minValue(0));
var TurnUsage = v.object({
  /** In UTC, as 2026-11. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  bytes,
  /** Of all rooms in a month, and of one room while it lives; null for no limit. */
  monthBudget: v.nullable(bytes),
  roomBudget: v.nullable(bytes),
  /** What the month's budget still lets through. */
  level: TurnLevel
});

var Permissions = v.object({
  microphone: v.boolean(),
  camera: v.boolean(),
  screen: v.boolean(),
  chat: v.boolean()
});

var Role = v.picklist(["moderator", "participant"]);
var Peer = v.object({
  id: PeerId,
  name: DisplayName,
  role: Role,
  /** Whether they opened the room with a key of their own: they can be neither removed nor demoted (D1). */
  creator: v.boolean(),
  producers: v.array(ProducerInfo),
  /** There while nothing is heard of them (R8). */
  cutOff: v.exactOptional(v.literal(true))
});
var RoomSettings = v.object({
  locked: v.boolean(),
  /** Whoever comes waits until a moderator lets them in. */
  lobby: v.boolean(),
  /** Whether one needs a password to come in. */
  password: v.boolean(),
  permissions: Permissions,
  /** What still goes from and to people who are relayed (M10). */
  turnLevel: TurnLevel
});

var PageEvent = v.variant("event", [
  v.object({ event: v.literal("peer-joined"), peer: Peer }),
  v.object({ event: v.literal("peer-left"), peer: PeerId }),
  /** Nothing is heard of these people any more, neither of their media nor else; or something is again. */
  v.object({ event: v.literal("cut-off-changed"), peers: v.array(PeerId), cutOff: v.boolean() }),
  v.object({ event: v.literal("peer-renamed"), peer: PeerId, name: DisplayName }),
  v.object({ event: v.literal("peer-role-changed"), peer: PeerId, role: Role }),
  v.object({
    event: v.literal("producer-added"),
    peer: PeerId,
    producer: ProducerInfo,
    /** Null where the receiver cannot receive it, or sent it. */
    consumer: v.nullable(ConsumerInfo)
  }),
  v.object({ event: v.literal("producer-changed"), peer: PeerId, producer: ProducerId, paused: v.boolean() }),
  v.object({ event: v.literal("producer-removed"), peer: PeerId, producer: ProducerId }),
  v.object({ event: v.literal("message"), message: RoomMessage }),
  /** The latest message of that kind by that person no longer holds: a hand goes down. */
  v.object({ event: v.literal("message-cleared"), peer: PeerId, kind: MessageKind }),
  /** A moderator turned off what the receiver sends; only they can turn it on again. */
  v.object({ event: v.literal("source-stopped"), source: MediaSource, by: PeerId }),
  /** A moderator asks the receiver to turn its microphone on; nobody can do it for them. */
  v.object({ event: v.literal("unmute-asked"), by: PeerId }),
  /** To moderators: somebody waits in the lobby. */
  v.object({ event: v.literal("knocked"), knock: Knock }),
  /** To moderators: they wait no longer, for whatever reason. */
  v.object({ event: v.literal("knock-ended"), knock: PeerId }),
  v.object({ event: v.literal("room-settings-changed"), room: RoomSettings }),
  /** A new media session for the receiver: it connects and produces again. */
  v.object({ event: v.literal("media-started"), media: MediaSession }),
  /** What the receiver's transports may go through from now on: credentials do not hold for ever. */
  v.object({ event: v.literal("ice-servers-changed"), iceServers: v.array(IceServer) }),
  /** Something that the receiver did not receive so far, of a producer that it knows of. */
  v.object({ event: v.literal("consumer-added"), consumer: ConsumerInfo }),
  /** A new media session for the receiver, beside the one that it has: it connects and produces there, too, and says when it has all. */
  v.object({ event: v.literal("migration-started"), media: MediaSession }),
  /** The old one is over. */
  v.object({ event: v.literal("migration-ended") }),
  /** The node that carried these people is gone, and with it all that they sent and received. */
  v.object({ event: v.literal("media-lost"), peers: v.array(PeerId) })
]);
var SequencedEvent = v.object({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  data: PageEvent
});
var LobbyEvent = v.object({
  /** A moderator opened the door: `join` again with the ticket. */
  lobby: v.literal("admitted")
});

var RequestId = v.pipe(v.number(), v.integer(), v.minValue(1));
var EdgeFrame = v.union([
  v.object({ id: RequestId, result: v.looseObject({}) }),
  v.object({ id: RequestId, error: WireError }),
  SequencedEvent,
  LobbyEvent,
  v.object({ error: WireError })
]);
var EventEnvelope = v.object({ seq: SequencedEvent.entries.seq, data: v.object({ event: EventName }) });
var EVENT_NAMES = new Set(
  PageEvent.options.map(({ entries }) => entries.event.literal)
);

var PICTURE_PRIORITIES = ["screen", "speaker", "other"];
var PicturePriority = v.picklist(PICTURE_PRIORITIES);

var count = v.pipe(v.number(), v.integer(), v.minValue(0));
var nothing = v.object({});
var Resume = v.object({
  token: ResumeToken,
  /** The number of the last event it has seen. */
  seq: count,
  /** Whether its transports are still there (a cut socket), or gone (a reloaded page). */
  media: v.picklist(["kept", "gone"])
});
var MeasuredNode = v.object({
  node: NodeId,
  roundTripMs: v.pipe(v.number(), v.minValue(0), v.maxValue(6e4))
});
var JoinParams = v.object({
  protocol: count,
  name: DisplayName,
  /** What it can receive; null where the browser has no WebRTC: it is in the room without media. */
  rtpCapabilities: v.nullable(RtpCapabilities),
  /** The nodes that it measured; absent where it measured none. */
  measuredNodes: v.exactOptional(v.pipe(v.array(MeasuredNode), v.maxLength(MAX_MEASURED_NODES))),
  /** Where the room is to open, if it opens with this person; absent where that is left to the swarm. */
  preferredNode: v.exactOptional(NodeId),
  /** What this room knows the browser by; absent where the browser remembers nothing. */
  browserId: v.exactOptional(BrowserId),
  resume: v.exactOptional(Resume),
  /** There where nobody new wants in: who is known neither by token nor by ticket any more is refused with `not-found`. */
  resumeOnly: v.exactOptional(v.literal(true)),
  password: v.exactOptional(PasswordProof),
  /** Whoever opens a room nobody owns with such a key owns it from then on. */
  creatorKey: v.exactOptional(CreatorKey),
  /** Given by the edge to somebody who waits. */
  ticket: v.exactOptional(Ticket)
});
var Welcome = v.object({
  kind: v.literal("welcome"),
  self: PeerId,
  resumeToken: ResumeToken,
  /** What one's own votes are counted by; absent where the browser has no id here. */
  voter: v.exactOptional(VoterId),
  /** The number of the last event that this message already includes. */
  seq: count,
  room: RoomSettings,
  /** Everybody in the room, in the order of their arrival, oneself included. */
  peers: v.array(Peer),
  /** Who waits in the lobby; nobody, for whoever does not moderate. */
  knocks: v.array(Knock),
  /** Null while no node is there to carry media; `media-started` follows when one is. */
  media: v.nullable(MediaSession)
});
var Resumed = v.object({ kind: v.literal("resumed"), missed: v.array(SequencedEvent) });
var Waiting = v.object({ kind: v.literal("waiting"), ticket: Ticket });
var JoinResult = v.variant("kind", [Welcome, Resumed, Waiting]);
var pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(2e4));
var TileInView = v.object({
  producer: ProducerId,
  width: pixels,
  height: pixels,
  priority: PicturePriority
});
var pageContract = {
  join: { params: JoinParams, result: JoinResult },
  "connect-transport": {
    params: v.object({ generation: count, direction: Direction, dtlsParameters: DtlsParameters }),
    result: nothing
  },
  "restart-ice": {
    params: v.object({ generation: count, direction: Direction }),
    result: v.object({ iceParameters: IceParameters })
  },
  "renew-media": { params: v.object({ generation: count }), result: nothing },
  /** The page hears nothing of the node any more: perhaps it is gone. */
  "suspect-node": { params: v.object({ generation: count }), result: nothing },
  /** Whether packets go through a TURN server; said where they do, and where they do no longer. */
  "report-path": { params: v.object({ generation: count, viaTurn: v.boolean() }), result: nothing },
  /** The new session has all that the old one had. */
  "finish-migration": { params: v.object({ generation: count }), result: nothing },
  produce: {
    params: v.object({
      generation: count,
      producer: ProducerId,
      source: MediaSource,
      rtpParameters: RtpParameters,
      paused: v.boolean()
    }),
    result: nothing
  },
  "set-producer-paused": { params: v.object({ producer: ProducerId, paused: v.boolean() }), result: nothing },
  "close-producer": { params: v.object({ producer: ProducerId }), result: nothing },
  /** What the page shows, how large (CSS pixels times the device's pixel ratio), and what it needs first; 0 x 0 is not shown. */
  "set-view": {
    params: v.object({ tiles: v.pipe(v.array(TileInView), v.maxLength(MAX_TILES_IN_VIEW)) }),
    result: nothing
  },
  "send-message": { params: OutgoingMessage, result: v.object({ id: count, at: v.number() }) },
  /** Takes back the latest of one's own, or, as a moderator, of another's. */
  "clear-message": { params: v.object({ kind: MessageKind, peer: PeerId }), result: nothing },
  /** What was sent before one came, in order: what is kept, was for oneself, and has a number above `after`. */
  "message-history": {
    params: v.object({ after: count }),
    result: v.object({ messages: v.array(RoomMessage), more: v.boolean() })
  },
  "set-lobby": { params: v.object({ lobby: v.boolean() }), result: nothing },
  /** The proof of the password that one needs from now on, or null for none. */
  "set-password": { params: v.object({ password: v.nullable(PasswordProof) }), result: nothing },
  /** Lets in one who waits, or all of them. */
  admit: { params: v.object({ knock: v.nullable(PeerId) }), result: nothing },
  deny: { params: v.object({ knock: PeerId }), result: nothing },
  "set-locked": { params: v.object({ locked: v.boolean() }), result: nothing },
  "set-permission": {
    params: v.object({ permission: v.keyof(Permissions), allowed: v.boolean() }),
    result: nothing
  },
  "set-role": { params: v.object({ peer: PeerId, role: Role }), result: nothing },
  /** Mutes a microphone or a camera, ends a shared screen; of everybody else where `peer` is null. */
  "stop-source": { params: v.object({ peer: v.nullable(PeerId), source: MediaSource }), result: nothing },
  "ask-unmute": { params: v.object({ peer: PeerId }), result: nothing },
  "remove-peer": { params: v.object({ peer: PeerId }), result: nothing },
  /** One's own name, from now on. */
  rename: { params: v.object({ name: DisplayName }), result: nothing },
  leave: { params: nothing, result: nothing }
};
var PAGE_REQUEST_NAMES = Object.keys(pageContract);

var LinkDevices = v.object({ turnsDevicesOn: v.boolean() });

var port2 = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535));
var address2 = v.pipe(v.string(), v.ip());
var isIPv6 = (ip4) => ip4.includes(":");
var PortRange = v.pipe(
  v.object({ firstPort: port2, lastPort: port2 }),
  v.check(({ firstPort, lastPort }) => firstPort <= lastPort, "a range of ports")
);
var AnnouncedMedia = v.pipe(
  v.object({
    addresses: v.pipe(v.array(address2), v.minLength(1), v.maxLength(2)),
    firstPort: port2,
    lastPort: port2
  }),
  v.check(({ firstPort, lastPort }) => firstPort <= lastPort, "a range of ports"),
  v.check(({ addresses }) => new Set(addresses.map(isIPv6)).size === addresses.length, "one of a family"),
  v.check(
    ({ addresses, firstPort, lastPort }) => 2 * addresses.length * (lastPort - firstPort + 1) <= MAX_MEDIA_PORTS,
    "no more ports than a node may have"
  )
);
var MediaPort = v.object({ protocol: v.picklist(["udp", "tcp"]), address: address2, port: port2 });
var OpenedPort = v.object({
  ...MediaPort.entries,
  iceParameters: IceParameters,
  dtlsParameters: DtlsParameters
});
var PortOutcome = v.picklist(["reached", "silent", "refused", "unfinished", "private", "no-way"]);
var TriedPort = v.object({ ...MediaPort.entries, outcome: PortOutcome });
var Reachability = v.object({
  reachable: v.boolean(),
  ports: v.pipe(v.array(TriedPort), v.maxLength(MAX_MEDIA_PORTS))
});
var CheckAsk = v.variant("ask", [
  /** Of the prover: with which certificate it will come. */
  v.object({ ask: v.literal("get-ready"), check: CheckId }),
  /** Of the node that is checked: a transport behind each of its ports, for whoever has that certificate. */
  v.object({ ask: v.literal("open-ports"), check: CheckId, dtlsParameters: DtlsParameters }),
  /** Of the prover. */
  v.object({
    ask: v.literal("try-ports"),
    check: CheckId,
    ports: v.pipe(v.array(OpenedPort), v.minLength(1), v.maxLength(MAX_MEDIA_PORTS))
  }),
  /** Of the node that is checked. */
  v.object({ ask: v.literal("close-ports"), check: CheckId })
]);
var CheckAnswer = v.variant("answer", [
  v.object({ answer: v.literal("ready"), dtlsParameters: DtlsParameters }),
  v.object({
    answer: v.literal("ports-opened"),
    ports: v.pipe(v.array(OpenedPort), v.minLength(1), v.maxLength(MAX_MEDIA_PORTS))
  }),
  /** In the order of the ports that were asked for. */
  v.object({
    answer: v.literal("ports-tried"),
    outcomes: v.pipe(v.array(PortOutcome), v.maxLength(MAX_MEDIA_PORTS))
  }),
  /** At which of the ports DTLS came to its end, as this end saw it; in the order in which they were opened. */
  v.object({
    answer: v.literal("ports-closed"),
    connected: v.pipe(v.array(v.boolean()), v.maxLength(MAX_MEDIA_PORTS))
  }),
  v.object({
    answer: v.literal("failed"),
    code: ErrorCodeSchema,
    message: v.pipe(v.string(), v.maxLength(500))
  })
]);

var CheckTicket = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, "a ticket for a check"),
  v.brand("CheckTicket")
);
var PageCheckRequest = v.object({ ticket: CheckTicket, dtlsParameters: DtlsParameters });
var PageCheck = v.object({
  lender: v.string(),
  ports: v.pipe(v.array(OpenedPort), v.minLength(1), v.maxLength(MAX_MEDIA_PORTS))
});
var PageCheckOutcome = v.object({
  ticket: CheckTicket,
  outcomes: v.pipe(v.array(PortOutcome), v.maxLength(MAX_MEDIA_PORTS))
});

var MAIL = /^[a-z0-9.!#$*+/=_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
var isWebAddress = (text, schemes) => schemes.test(text) && URL.canParse(text);
var WebAddress = v.pipe(
  v.string(),
  v.maxLength(SITE_ADDRESS_MAX_LENGTH, `has more than ${SITE_ADDRESS_MAX_LENGTH} characters`),
  v.check((text) => isWebAddress(text, /^https?:\/\/[^\s]+$/i), "is no http or https address")
);
var Site = v.object({
  /** Who runs it. */
  operator: v.nullable(
    v.pipe(
      v.string(),
      v.check(
        (name) => [...name].length <= SITE_NAME_MAX_LENGTH && name !== "" && name === tidyLine(name),
        `is no tidy line of 1 to ${SITE_NAME_MAX_LENGTH} characters`
      )
    )
  ),
  /** Where they are reached: a mail address, or a page. */
  contact: v.nullable(
    v.pipe(
      v.string(),
      v.maxLength(SITE_ADDRESS_MAX_LENGTH, `has more than ${SITE_ADDRESS_MAX_LENGTH} characters`),
      v.check(
        (text) => MAIL.test(text) || isWebAddress(text, /^https:\/\/[^\s]+$/i),
        "is neither a mail address nor an https address"
      )
    )
  ),
  /** Where the source of what runs there is: on other pages than its own, or null for `OWN_SOURCE`. */
  source: v.nullable(WebAddress),
  /** What they say about privacy, and about themselves as the law asks. */
  legal: v.nullable(WebAddress)
});

var count2 = v.pipe(v.number(), v.integer(), v.minValue(0));
var Figures = v.object({
  /** A conference begins when two are in a room for the first time since it was empty, and lasts until it is empty. */
  conferences: count2,
  /** Whoever comes into a room counts once each time; who was cut off and is back within the grace does not count again. */
  people: count2
});
var Day = v.object({
  /** ISO 8601, in UTC. */
  day: v.pipe(v.string(), v.isoDate()),
  ...Figures.entries
});
var Year = v.object({ year: count2, ...Figures.entries });
var Statistics = v.object({
  /** The first day with a figure; null before. */
  since: v.nullable(v.pipe(v.string(), v.isoDate())),
  /** Rooms with at least two people in them, and everybody in any room, at this moment. */
  now: Figures,
  /** The last 30 days, but none before `since`; the oldest first, today last. */
  days: v.array(Day),
  /** Every year with a figure, the oldest first. */
  years: v.array(Year),
  /** The average of the working days (Monday to Friday) among the last 28 days before today; null where there was none. */
  workingDay: v.nullable(v.object({ days: count2, conferences: v.number(), people: v.number() }))
});

var count3 = v.pipe(v.number(), v.integer(), v.minValue(0));
var LentNode = v.object({
  node: NodeId,
  /** `at` is rounded to a tenth of a degree, about ten kilometres. */
  ...Lender.entries,
  connected: v.boolean(),
  /** Whether a new room may open there. */
  takesRooms: v.boolean(),
  /** Whom it carries at this moment, as it told last; nobody while it is away. */
  people: count3
});
var Swarm = v.object({
  lent: v.array(LentNode),
  /** The operator's own nodes that are connected, together. */
  own: v.object({ nodes: count3, people: count3 })
});

var Probe = v.object({
  usernameFragment: IceFragment,
  password: IcePassword,
  address: v.pipe(v.string(), v.ip()),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535))
});
var ProbedNode = v.object({ node: NodeId, probe: Probe });
var Candidates = v.object({
  nodes: v.pipe(v.array(ProbedNode), v.maxLength(MAX_MEASURED_NODES))
});
export {
  Candidates,
  ERROR_CODES,
  EdgeFrame,
  LinkDevices,
  MESSAGE_KIND_RULES,
  PageCheck,
  PageCheckOutcome,
  PageCheckRequest,
  PageEvent,
  SequencedEvent,
  Site,
  Statistics,
  Swarm,
  pageContract
};
