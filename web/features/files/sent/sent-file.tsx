import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { RoomSession } from '../../../core/session/room-session.ts'
import type { FurtherWords } from '../../../i18n/further-words.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { FETCHED_UNASKED_MAX_BYTES, FETCHED_UNASKED_MAX_PEOPLE } from '../file-limits.ts'
import { type FilesOfRoom, filesOf } from '../files-of-room.ts'
import type { FileFailure, FileState, SentFile } from '../transfer/fetched-files.ts'
import { FileCard } from './file-card.tsx'
import { FileProgress } from './file-progress.tsx'

interface SentFileProps {
  readonly session: RoomSession
  readonly sent: SentFile
  /** How its sender is called. */
  readonly name: string
}

/** A file of one's own, as the others see it. */
export function OwnFile({ session, sent: { file } }: SentFileProps): JSX.Element {
  const words = useFurtherWords().files
  const blob = filesOf(session).offered.ownFile(file.id)
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer> | null>(null)
  useEffect(() => {
    if (!blob?.type.startsWith('image/')) return
    blob.arrayBuffer().then(
      (buffer) => setBytes(new Uint8Array(buffer)),
      (cause: unknown) => console.info('file:', cause),
    )
  }, [blob])
  return (
    <FileCard file={file} bytes={bytes}>
      {blob === null && <p class="quiet">{words.ownGone}</p>}
    </FileCard>
  )
}

/** A file that somebody else has sent: it stays with them until one wants it. */
export function OthersFile({ session, sent, name }: SentFileProps): JSX.Element {
  const words = useFurtherWords().files
  const files = filesOf(session)
  const state = files.fetched.stateOf(sent.message).value
  const place = useFetchedWhenSeen(session, files, sent)
  const left = !files.present.value.has(sent.from) && state.at !== 'here'
  const failure: FileFailure | null = left ? 'left' : state.at === 'failed' ? state.why : null
  const action = left || failure === 'gone' ? null : <FileAction files={files} sent={sent} state={state} />
  return (
    <div ref={place}>
      <FileCard file={sent.file} bytes={state.at === 'here' ? state.bytes : null} action={action}>
        {failure === null && <FileProgress file={sent.file} state={state} />}
        <p class={failure === null ? 'visually-hidden' : 'field-problem'} role="status">
          {failure !== null
            ? explain(failure, name, words)
            : state.at === 'here'
              ? words.here(sent.file.name)
              : ''}
        </p>
      </FileCard>
    </div>
  )
}

interface FileActionProps {
  readonly files: FilesOfRoom
  readonly sent: SentFile
  readonly state: FileState
}

/** The one thing to do next with a file; always the same button, so that the focus stays with it. */
function FileAction({ files, sent, state }: FileActionProps): JSX.Element {
  const words = useFurtherWords().files
  const { name } = sent.file
  const { fetched } = files
  const todo = {
    sender: { what: 'fetch', label: words.fetch, full: words.fetchFile, go: () => fetched.fetch(sent) },
    failed: { what: 'fetch', label: words.again, full: words.againFile, go: () => fetched.fetch(sent) },
    queue: { what: 'cancel', label: words.cancel, full: words.cancelFile, go: () => fetched.cancel(sent) },
    coming: { what: 'cancel', label: words.cancel, full: words.cancelFile, go: () => fetched.cancel(sent) },
    here: { what: 'save', label: words.save, full: words.saveFile, go: () => save(sent, state) },
  }[state.at]
  return (
    <button
      type="button"
      class="button small"
      data-action={`${todo.what}-file`}
      aria-label={todo.full(name)}
      onClick={todo.go}
    >
      {todo.label}
    </button>
  )
}

/** As bytes to keep and nothing else: no browser opens that as a page of ours. */
function save({ file }: SentFile, state: FileState): void {
  if (state.at === 'here') saveFile(new Blob([state.bytes], { type: 'application/octet-stream' }), file.name)
}

function explain(why: FileFailure, name: string, words: FurtherWords['files']): string {
  switch (why) {
    case 'left':
      return words.left(name)
    case 'gone':
      return words.gone(name)
    case 'silent':
      return words.silent(name)
    default:
      return words[why]
  }
}

/** Fetches a small picture when it comes into view, once: whoever stopped it means it. */
function useFetchedWhenSeen(
  { view }: RoomSession,
  { fetched }: FilesOfRoom,
  sent: SentFile,
): { readonly current: HTMLDivElement | null } {
  const place = useRef<HTMLDivElement>(null)
  const { size, type } = sent.file
  const small = type.startsWith('image/') && size <= FETCHED_UNASKED_MAX_BYTES
  const unasked = small && view.value.people.length <= FETCHED_UNASKED_MAX_PEOPLE
  useEffect(() => {
    if (!unasked || !place.current || fetched.stateOf(sent.message).peek().at !== 'sender') return
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      fetched.fetch(sent)
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [fetched, sent.message, unasked])
  return place
}
