/** What the page holds of a recording at most, where the browser cannot write it to the disk as it comes. */
export const RECORDING_MEMORY_MAX_BYTES = 500 * 1024 * 1024

/** The file that a recording becomes. */
export interface RecordingFile {
  readonly name: string
  /** Gives it to the person, where the browser did not write it to the disk as it came. */
  save(whole: Blob, name: string): void
}

/** Where a recording goes. */
export interface RecordingSink {
  /** What it takes at most. */
  readonly maxBytes: number
  write(piece: Blob): Promise<void>
  /** Nothing more comes: makes the file whole, which takes a while where it is long. */
  close(): Promise<void>
  /** There will be no recording. */
  discard(): Promise<void>
  /** Gives the person the file once more; null where it is on their disk already. */
  readonly saveAgain: (() => void) | null
}

/** The part of the File System Access API (WICG) that is used here: not every browser has it, nor TypeScript. */
interface WithSavePicker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle>
}

const canPick = (scope: object): scope is WithSavePicker =>
  'showSaveFilePicker' in scope && typeof scope.showSaveFilePicker === 'function'

/** Whether recordings are written to the disk as they come. */
export const writesToDisk = (scope: object = globalThis): boolean => canPick(scope)

const isWebM = (type: string): boolean => type.startsWith('video/webm')

const loadMending = () => import('./remux-recording.ts')

/** Asks where to, with a browser that can; null where the person thinks better of it. */
export async function openSink(
  file: RecordingFile,
  type: string,
  scope: object = globalThis,
): Promise<RecordingSink | null> {
  // Fetched now: the network may be gone by the time the recording is over.
  if (isWebM(type)) loadMending().catch((error) => console.warn('recording: it will not be wound', error))
  if (!canPick(scope)) return memorySink(file, type)
  try {
    const handle = await scope.showSaveFilePicker({ suggestedName: file.name })
    return fileSink(handle, await handle.createWritable(), type)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/**
 * Makes of a recording one that can be wound. What was recorded stays as it was where that does not succeed: it is not lost
 * for want of an index. MP4 brings its own.
 */
async function mending<Result>(
  type: string,
  asItWas: Result,
  mend: (code: typeof import('./remux-recording.ts')) => Promise<Result>,
): Promise<Result> {
  if (!isWebM(type)) return asItWas
  try {
    return await mend(await loadMending())
  } catch (error) {
    console.warn('recording: it cannot be wound', error)
    return asItWas
  }
}

const fileSink = (
  handle: FileSystemFileHandle,
  file: FileSystemWritableFileStream,
  type: string,
): RecordingSink => ({
  maxBytes: Number.POSITIVE_INFINITY,
  write: (piece) => file.write(piece),
  close: async () => {
    await file.close()
    await mending(type, undefined, async ({ remuxRecording }) => {
      // It takes the place of the first one when it is closed, and not before.
      const again = await handle.createWritable()
      try {
        await remuxRecording(await handle.getFile(), again)
      } catch (error) {
        await again.abort()
        throw error
      }
    })
  },
  discard: () => file.abort(),
  saveAgain: null,
})

function memorySink(file: RecordingFile, type: string): RecordingSink {
  let pieces: Blob[] = []
  const save = (): void => file.save(new Blob(pieces, { type }), file.name)
  return {
    maxBytes: RECORDING_MEMORY_MAX_BYTES,
    write: async (piece) => void pieces.push(piece),
    close: async () => {
      pieces = await mending(type, pieces, async ({ remuxedRecording }) => [
        await remuxedRecording(new Blob(pieces, { type })),
      ])
      save()
    },
    discard: async () => {},
    saveAgain: save,
  }
}
