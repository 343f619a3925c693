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
  /** Nothing more comes. */
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

/** Asks where to, with a browser that can; null where the person thinks better of it. */
export async function openSink(
  file: RecordingFile,
  type: string,
  scope: object = globalThis,
): Promise<RecordingSink | null> {
  if (!canPick(scope)) return memorySink(file, type)
  try {
    const handle = await scope.showSaveFilePicker({ suggestedName: file.name })
    return fileSink(await handle.createWritable())
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

const fileSink = (file: FileSystemWritableFileStream): RecordingSink => ({
  maxBytes: Number.POSITIVE_INFINITY,
  write: (piece) => file.write(piece),
  close: () => file.close(),
  discard: () => file.abort(),
  saveAgain: null,
})

function memorySink(file: RecordingFile, type: string): RecordingSink {
  const pieces: Blob[] = []
  const save = (): void => file.save(new Blob(pieces, { type }), file.name)
  return {
    maxBytes: RECORDING_MEMORY_MAX_BYTES,
    write: async (piece) => void pieces.push(piece),
    close: async () => save(),
    discard: async () => {},
    saveAgain: save,
  }
}
