/** The heavy part of the page in one file: what a room needs, and home does not. */
export { openLocalMedia } from './capture/open-local-media.ts'
export { openRoom } from './session/open-room.ts'
