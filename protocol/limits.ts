/** Every size, rate, count and delay that the protocol promises, in one place. Units are in the names. */

/** People in one room. */
export const MAX_PEERS_PER_ROOM = 200
/** People whom an encrypted room's group may have: in a larger room media goes by the keys of its link. */
export const MAX_GROUP_PEERS = 100
/** Below so many people a room that was too large for a group has one again. */
export const GROUP_RETURN_PEERS = 90
/** Leaves in the tree of a room's group, free ones included: more than people, since whoever is gone is removed a little later. */
export const MAX_GROUP_LEAVES = 256
/** Producers that one person may have at a time: microphone, camera, screen and the screen's sound. */
export const MAX_PRODUCERS_PER_PEER = 4
/** Letters, digits and dashes in a room's name. */
export const ROOM_NAME_MAX_LENGTH = 64
/** Characters (code points) in the name a person chooses. */
export const DISPLAY_NAME_MAX_LENGTH = 40
/** The same sealed, with what tells its person's pages apart, in characters of its envelope. */
export const SEALED_NAME_MAX_LENGTH = 512

/** One message from a page to the edge; `join`, the largest, takes about 8 kB. */
export const PAGE_MESSAGE_MAX_BYTES = 64 * 1024
/** The same of a `commit` in an encrypted room: both of the next two, and what is around them. */
export const COMMIT_MESSAGE_MAX_BYTES = 128 * 1024
/** What newcomers to an encrypted room's group start from, sealed, in characters: of 100 people 38,000, and twice that at worst. */
export const GROUP_INFO_MAX_LENGTH = 88_000
/** A change of the group, sealed, in characters: mostly 1,700, and some 130 more for each member where many have left. */
export const COMMIT_MAX_LENGTH = 32_000
/** One message between a node and the edge: a join into a full room answers with 400 consumers of about 1.5 kB. */
export const NODE_MESSAGE_MAX_BYTES = 4 * 1024 * 1024
/** A frame that answers no question (UTF-16 code units): at most, and more for each room that lives on the node. */
export const NODE_FRAME_MAX_LENGTH = 16 * 1024
export const NODE_FRAME_LENGTH_PER_ROOM = 256
/** One message of a node that has not proved yet who it is. */
export const NODE_REGISTER_MAX_BYTES = 8 * 1024
/** Sockets that wait to be registered under one node's id, of all networks and of each. */
export const MAX_UNREGISTERED_NODE_SOCKETS = 16
export const MAX_UNREGISTERED_OF_NETWORK = 4
/** How long such a socket has before it may have to give way to another. */
export const NODE_REGISTER_PATIENCE_MS = 2_000
/** How often one network may dial as a node, at once, and a second for as long as it likes. */
export const NODE_DIAL_BURST = 30
export const NODE_DIALS_PER_SECOND = 1
/** Messages that a page may send at once before the sustained rate below holds. */
export const PAGE_MESSAGE_BURST = 60
/** Messages a second that a page may send for as long as it likes. */
export const PAGE_MESSAGES_PER_SECOND = 20
/** Answers to `message-history` that a person gets at once, and a second: twice all that can be kept, and then one piece after the other. */
export const HISTORY_RATE = { burst: 80, perSecond: 1 } as const
/** How often a person may resume, at once, and a second: each time costs up to the whole log. */
export const RESUME_RATE = { burst: 12, perSecond: 1 / 5 } as const
/** How often a person may be called otherwise, at once, and a second: everybody is told, and reads it. */
export const RENAME_RATE = { burst: 6, perSecond: 1 / 10 } as const
/** How often a person may change an encrypted room's group, at once and a second. */
export const COMMIT_RATE = { burst: 60, perSecond: 1 } as const
/** How much those changes may be (characters), at once and a second: all others are sent each. */
export const COMMIT_LENGTH_BURST = 480_000
export const COMMIT_LENGTH_PER_SECOND = 24_000
/** How often a person may ask how the group stands, at once and a second. */
export const DESCRIBE_GROUP_RATE = { burst: 20, perSecond: 1 } as const
/** Payloads in one answer to `message-history`, in UTF-16 code units; the last message may go beyond. */
export const HISTORY_PAGE_LENGTH = 256 * 1024
/** Tiles in one `set-view`. */
export const MAX_TILES_IN_VIEW = MAX_PEERS_PER_ROOM * MAX_PRODUCERS_PER_PEER
/**
 * What has a node work: how often one person may ask for it, and all of a room together, at once and a second for as long as they
 * like (G6). A page that follows the book does not come near: of a room of 200 whose node dies, everybody connects both ways and
 * sends again.
 */
export const NODE_WORK_RATES = {
  /** Both ways of each session. */
  'connect-transport': { person: { burst: 16, perSecond: 1 }, room: { burst: 1_000, perSecond: 40 } },
  /** Both ways, when a network changes. */
  'restart-ice': { person: { burst: 12, perSecond: 0.5 }, room: { burst: 1_000, perSecond: 20 } },
  /** A consumer for each that is sent in the room: pages wait for up to 8 s between two. */
  'renew-media': { person: { burst: 6, perSecond: 0.2 }, room: { burst: 400, perSecond: 4 } },
  /** A consumer for each person in the room. */
  produce: { person: { burst: 24, perSecond: 0.5 }, room: { burst: 1_600, perSecond: 20 } },
  /** Tiles. */
  'set-view': {
    person: { burst: 2 * MAX_TILES_IN_VIEW, perSecond: 50 },
    room: { burst: 100 * MAX_TILES_IN_VIEW, perSecond: 2_000 },
  },
  'suspect-node': { person: { burst: 8, perSecond: 0.5 }, room: { burst: 800, perSecond: 10 } },
} as const
/**
 * How often somebody may come to a room, at once and a second for as long as they like: from one address, behind which all of a full
 * room may sit, and all together.
 */
export const JOIN_RATES = {
  address: { burst: MAX_PEERS_PER_ROOM + 50, perSecond: 1 },
  room: { burst: 500, perSecond: 10 },
} as const
/** Sockets that a room keeps which have not asked to join yet: of one address, and of one IPv6 site. */
export const MAX_SOCKETS_BEFORE_JOINING = { address: MAX_PEERS_PER_ROOM + 50, site: 500 } as const
/** People that a room remembers who are gone and may come back; about 250 bytes each. */
export const MAX_PAST_PEOPLE = 200
/** People that a room remembers as removed. */
export const MAX_REMOVED = 500
/** People who wait in one lobby. */
export const MAX_KNOCKS = 100
/** Those of them who may come from one address: a class, behind its school's one address, and as many more as are let in. */
export const MAX_KNOCKS_PER_ADDRESS = 40
/** Characters (UTF-16 code units) of a password: a page that takes more would only be slower to prove it. */
export const PASSWORD_MAX_LENGTH = 256
/** How often SHA-256 is repeated to prove a password (PBKDF2). */
export const PASSWORD_ITERATIONS = 600_000
/** Words of an encrypted room that can be told aloud: 11 bits each. */
export const SPOKEN_WORDS = 6
/** How often SHA-256 is repeated to make a key and a proof of them (PBKDF2). */
export const WORDS_ITERATIONS = 600_000
/** Wrong passwords of one browser at one address, and knocks in vain of one address: at once, and a second for as long as it likes. */
export const DOOR_TRIES_BURST = 10
export const DOOR_TRIES_PER_SECOND = 1 / 5
/** Knocks in vain that an address has beyond these for each of its people who is in the room, or was let in. */
export const KNOCKS_PER_PERSON_INSIDE = 3
/** Wrong passwords of one address (an IPv6 /64), of one IPv6 site (/48), and of all, before passwords wait for their turn. */
export const NETWORK_TRIES_BURST = 40
export const SITE_TRIES_BURST = 80
export const ROOM_TRIES_BURST = 200
/** How many a second have their turn then. */
export const CROWD_TRIES_PER_SECOND = 1
/** How long one waits for it at most; a page waits 15 s for an answer. */
export const MAX_CROWD_WAIT_MS = 8_000
/** Addresses whose tries a room counts. */
export const MAX_COUNTED_ADDRESSES = 500
/** Rooms' names that one address may have had kept at once, and a day for as long as it likes. */
export const KEPT_NAMES_BURST = 20
export const KEPT_NAMES_PER_DAY = 8
/** Addresses of which that is counted; whoever took the fewest gives way. */
export const MAX_COUNTED_KEEPERS = 10_000
/** Malformed messages on one socket before it is closed. */
export const MAX_BAD_MESSAGES = 3
/** Characters (UTF-16 code units) of the name of whoever lends a node, and of the place where it stands. */
export const LENDER_NAME_MAX_LENGTH = 80
/** Characters of the name of whoever runs the edge, and of the addresses that they give. */
export const SITE_NAME_MAX_LENGTH = 80
export const SITE_ADDRESS_MAX_LENGTH = 500
/** How long an invitation to lend a node may hold. */
export const MAX_INVITATION_DAYS = 90
/** The body of a request to the edge over HTTP. */
export const BODY_MAX_BYTES = 8 * 1024
/** Hours of the day at which a lender lends, as spans. */
export const MAX_LENDING_HOURS = 8
/** Untrue or needless frames of a node, within the time after it, before it is cut off and paused. */
export const MAX_NODE_VIOLATIONS = 20
export const NODE_VIOLATIONS_WINDOW_MS = 10 * 60 * 1_000
/** How long a node that was cut off for what it said may not dial: the first time, the longest, and what makes it a first time again. */
export const NODE_TIMEOUT_MIN_MS = 10 * 60 * 1_000
export const NODE_TIMEOUT_MAX_MS = 24 * 60 * 60 * 1_000
export const NODE_TIMEOUT_FORGOTTEN_MS = 7 * 24 * 60 * 60 * 1_000
/** Frames that nobody asked a node for, at once, and a second for as long as it likes. */
export const NODE_FRAME_BURST = 100
export const NODE_FRAMES_PER_SECOND = 20
/** Media ports of one node, under all of its addresses. */
export const MAX_MEDIA_PORTS = 1_024
/** Requests to a node in one batch. */
export const MAX_NODE_OPS_PER_BATCH = 2 * MAX_PEERS_PER_ROOM * MAX_PRODUCERS_PER_PEER

/** How long a socket may stay open without having joined. */
export const JOIN_DEADLINE_MS = 10_000
/** How long a person whose socket was cut stays in the room, and may resume. */
export const RESUME_GRACE_MS = 30_000
/** The same after the browser said that the page is going away (RFC 6455 close code 1001): a reload, or a closed tab. */
export const GOING_AWAY_GRACE_MS = 4_000
/** How long somebody who was let in may take to come in. */
export const ADMIT_GRACE_MS = 30_000
/** How long an empty room keeps its data. */
export const EMPTY_ROOM_GRACE_MS = 60_000
/** How long the door of an empty room stays as its creator left it. */
export const DOOR_KEPT_MS = 30 * 24 * 60 * 60 * 1_000
/** Events that the edge keeps for people who resume, and their length in UTF-16 code units; whoever missed more gets a fresh welcome. */
export const EVENT_LOG_MAX_EVENTS = 1_024
export const EVENT_LOG_MAX_LENGTH = 1024 * 1024
/** What latecomers get of one kind, in UTF-16 code units: five pads of the longest. The oldest gives way. */
export const KEPT_MAX_LENGTH = 2 * 1024 * 1024
/** The same in an encrypted room: what is sealed is longer by a third, and short words by more. */
export const SEALED_KEPT_MAX_LENGTH = 2 * KEPT_MAX_LENGTH
/** Content keys of an encrypted room that its pages keep: what was sealed by older ones cannot be read any more. */
export const MAX_CONTENT_KEYS = 64
/** Private keys of one's own leaf that a page keeps: what was sealed to older ones it cannot open any more. */
export const MAX_LEAF_KEYS = 8
/** How long a message, and what comes after it, waits for the content key that it was sealed by. */
export const CONTENT_KEY_PATIENCE_MS = 5_000
/** How long messages are taken that were sealed by the content key before the current one. */
export const OLD_CONTENT_KEY_GRACE_MS = 5_000
/** How long names are taken that were sealed by the link before the current one. */
export const FORMER_LINK_GRACE_MS = 30_000
/** Seals of former links of an encrypted room that newcomers are told: who spoke before older ones has no name any more. */
export const MAX_FORMER_SEALS = 8
/** How long nobody new comes into an encrypted room after a moderator put somebody out and is about to change its link. */
export const LINK_CHANGE_MS = 15_000
/** What is set aside of a room that another version of the edge stored so that it cannot be read, in UTF-16 code units. */
export const SET_ASIDE_MAX_LENGTH = 4 * 1024 * 1024

/**
 * How often a page asks whether its socket still lives, at least; the edge answers without waking the room. Web servers in
 * between cut what was silent for a minute (nginx's `proxy_read_timeout`).
 */
export const PAGE_PING_INTERVAL_MS = 20_000
/** By how much of it a page waits longer, at random: pages that came together do not ask together. */
export const PAGE_PING_JITTER = 0.25
/**
 * A socket without a ping for this long is looked after, where a node listens to its page: such a room wakes no more often for it.
 * Before that a node says so that hears nothing of the page, and whatever else wakes the room has it look.
 */
export const PAGE_SILENCE_MAX_MS = 225_000
/** The same where no node listens to the page, and when the room is awake: a ping is missing. */
export const PAGE_PING_MISSED_MS = 26_000
/** How long a page has to answer when its socket is looked after. A browser holds the timers of hidden pages back, but not that. */
export const PAGE_LOOK_MS = 5_000
/** How often a room that is awake looks whether pings are missing, and by what its alarms for that are rounded up. */
export const PAGE_LOOKS_EVERY_MS = 5_000
/** Who vanished has left that long after the last sign of life, and not before the time after it has gone by since it was noticed. */
export const VANISHED_AFTER_MS = 60_000
export const VANISHED_GRACE_MIN_MS = 20_000
/** How long nothing at all comes of a page before its node says so: browsers ask every 2.5 to 6 s whether they may send (RFC 7675). */
export const PAGE_UNHEARD_MS = 6_500
/** How often a node looks. */
export const PAGES_WATCH_INTERVAL_MS = 1_500
/** Whom no node listens to is marked as cut off after so long without a socket. */
export const CUT_OFF_AFTER_MS = 8_000
/** How often one person is marked at most. */
export const CUT_OFF_AGAIN_MS = 10_000
/** Pages in one word of a node of whom it hears. */
export const MAX_HEARD_PAGES = 1_000
/** How long a page waits for that answer. */
export const PAGE_PONG_TIMEOUT_MS = 5_000
/** How long a request of a page is open before the page looks whether its socket lives. */
export const PAGE_REQUEST_SUSPECT_MS = 5_000
/** How long a page waits for the answer to a request. */
export const PAGE_REQUEST_TIMEOUT_MS = 15_000
/** The first delay of a page or node that reconnects; it doubles, with jitter, up to the maximum. */
export const RECONNECT_MIN_MS = 250
export const RECONNECT_MAX_MS = 8_000
/** The longest delay of a node: whoever comes when the edge is back waits for it for twice as long at most (E3). */
export const NODE_RECONNECT_MAX_MS = 4_000
/** What is believed at most of a refusal that says when to come back, and the share of it that chance adds. */
export const RETRY_AFTER_MAX_MS = 60_000
export const RETRY_AFTER_JITTER = 1 / 4
/** The same of a node at an edge that speaks another version of the protocol: one of the two has to be updated first. */
export const OTHER_VERSION_RETRY_MIN_MS = 60_000
export const OTHER_VERSION_RETRY_MAX_MS = 30 * 60 * 1_000

/** Nodes that a page measures before it joins. */
export const MAX_MEASURED_NODES = 4
/** How long a page may take to be carried by another node before the one that it leaves ends. */
export const MOVE_GRACE_MS = 10_000
/** How long the old sessions go on after everybody has a new one. */
export const MOVE_SETTLE_MS = 2_000
/** How long two nodes that could not be joined by a pipe are left alone before it is tried again. */
export const PIPE_RETRY_MS = 5_000

/** How often a node tells its load. */
export const NODE_HEARTBEAT_INTERVAL_MS = 10_000
/** A node that was silent for this long is taken for dead. */
export const NODE_SILENCE_MAX_MS = 3 * NODE_HEARTBEAT_INTERVAL_MS
/** How long the edge waits for a node's answer to one batch. */
export const NODE_REQUEST_TIMEOUT_MS = 8_000
/** A node that answers nothing at all for this long, though it is asked and lives, is given up where there is another. */
export const NODE_STALL_TIMEOUT_MS = 2_000
/** How long such a node gets new rooms only where no other takes them: the same three of its pauses. */
export const NODE_STALL_PAUSE_MIN_MS = 60_000
export const NODE_STALL_PAUSE_MAX_MS = 6 * 60 * 60 * 1_000
export const NODE_STALL_FORGOTTEN_MS = 24 * 60 * 60 * 1_000
/** An answer that comes later than this after its question is none that anybody asked for. */
export const NODE_ANSWER_LATE_MAX_MS = 60_000
/** How long a node that pages lost their way to has to answer before it is taken for dead. */
export const NODE_SUSPECT_TIMEOUT_MS = 1_000
/** How long a node whose id is claimed by a second one has to answer before it is taken for dead. */
export const NODE_CHALLENGE_TIMEOUT_MS = 2_000

/** How long the edge waits for a node that tries the media ports of another one. */
export const PORTS_TRY_TIMEOUT_MS = 20_000
/** When the media ports of a node are tried again: where they were reached, and the first time and the longest where they were not. */
export const PORTS_RECHECK_MS = 6 * 60 * 60 * 1_000
export const PORTS_RETRY_MIN_MS = 30_000
export const PORTS_RETRY_MAX_MS = 10 * 60 * 1_000
/** How long a page may try a node's media ports with the ticket that the node was told. */
export const CHECK_TICKET_TTL_MS = 15 * 60 * 1_000
/** How long such a page may take, once it has begun. */
export const PAGE_CHECK_MAX_MS = 60_000
/** Checks in a row that have to fail before a node that was reachable is not. */
export const FAILED_CHECKS_TO_DOUBT = 2

/** How long credentials for a TURN server hold unless the operator says otherwise; they are exchanged at half of it. */
export const TURN_CREDENTIAL_TTL_MS = 4 * 60 * 60 * 1_000
/** The longest that they may hold: Cloudflare gives none for longer. */
export const TURN_CREDENTIAL_TTL_MAX_MS = 48 * 60 * 60 * 1_000
/** How long the edge waits for them; a join then goes on without. */
export const TURN_TIMEOUT_MS = 1_500
/** The share of a budget for TURN at which pictures stop: voices need little, and are to have the rest. */
export const TURN_VIDEO_SHARE = 0.9
/** More than one person can send and receive through a TURN server: a node that counts more is not believed. */
export const MAX_TURN_BITS_PER_SECOND = 50_000_000
/** When the edge asks again where it got none. */
export const TURN_RETRY_MS = 60_000
