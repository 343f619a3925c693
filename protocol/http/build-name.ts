/** Where a page's head says which build it is of, and where the edge says which one it serves now (H6). */
export const BUILD_META = 'essaim-build'
export const BUILD_FILE = 'build.txt'
/** The SHA-256 of each file of the build, as `sha256sum` writes and checks them (H8). */
export const BUILD_LIST_FILE = 'build-files.txt'
/** Which version and commit the source beside the page is of (`OWN_SOURCE`). */
export const SOURCE_NAME_FILE = 'source.txt'
/** Hexadecimal digits. */
export const BUILD_NAME_LENGTH = 16

const BUILD_NAME = new RegExp(`^[0-9a-f]{${BUILD_NAME_LENGTH}}$`)

/** The name as it was written; null where it is none. */
export const readBuildName = (text: string | null | undefined): string | null =>
  text && BUILD_NAME.test(text) ? text : null
