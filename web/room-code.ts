/** The heavy part of the page in one file: what a room needs, and home does not. */
export { openLocalMedia } from './core/capture/open-local-media.ts'
export { openRoom } from './core/session/open-room.ts'
