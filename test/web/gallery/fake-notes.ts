import * as Y from 'yjs'
import { textOf } from '../../../web/features/notes/note-doc.ts'
import { toPayloads } from '../../../web/features/notes/note-parts.ts'

const NOTES = `# Thursday’s meeting

Present: Ada, Omar, Nguyễn Thị Minh Khai

## Decided

- The second-hand projector is bought, for 240 € at most.
- Next meeting on the 12th, same room: salon-du-jeudi.

## To do

- [ ] Omar asks the library about the hall
- [ ] Ada writes to https://example.org/a/very/long/address/that/does/not/fit/into/one/line
`

/** Notes of a meeting, as they travel. */
export function fakeNotes(): string {
  const doc = new Y.Doc()
  textOf(doc).insert(0, NOTES)
  return toPayloads(Y.encodeStateAsUpdate(doc)).join()
}
