import * as Y from 'yjs'
import { NOTES_HARD_MAX_LENGTH } from './note-limits.ts'

/** The only thing that a document of notes holds. */
const TEXT = 'notes'
/** What changes have as their origin that came from the room. */
export const FROM_ROOM = Symbol('from the room')

export const textOf = (doc: Y.Doc): Y.Text => doc.getText(TEXT)

/**
 * Takes in an update from somebody else, if it is one of plain text: whatever else it may hold would break what every
 * page takes for granted. Returns whether it was taken in.
 */
export function takeUpdate(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    const { structs } = Y.decodeUpdate(update)
    if (!structs.every(isPlain)) return false
    const adds = structs.some((struct) => struct instanceof Y.Item && struct.countable)
    if (adds && textOf(doc).length > NOTES_HARD_MAX_LENGTH) return false
    Y.applyUpdate(doc, update, FROM_ROOM)
    return true
  } catch (error) {
    console.info('notes: an update that is none', error)
    return false
  }
}

/** Plain text in the one text, text that was deleted, or a place where something was. */
function isPlain(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return true
  const { parent, parentSub, content } = struct
  // A parent that is not named is that of the neighbours.
  if (parentSub !== null || (typeof parent === 'string' && parent !== TEXT)) return false
  if (content instanceof Y.ContentDeleted) return true
  return content instanceof Y.ContentString && !/[\r\0]/.test(content.str)
}

/** Whether something is still missing of what this document has heard of. */
export const isWhole = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs === null && doc.store.pendingDs === null
