import type { Settings } from '../../settings/settings-schema.ts'

/** How this page is shown: by itself, as an app that was installed, or in a browser's tab. */
const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches

/**
 * Whether the rooms that one was in are remembered: where one said so. Where one said nothing, only by an installed app: that is on a
 * device of one's own, and has no history of its own; a browser has one, and its next user may be somebody else.
 */
export const remembersRooms = ({ remembersRooms: chosen }: Settings): boolean => chosen ?? isInstalled()
