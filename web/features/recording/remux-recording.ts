import { BlobSource, Conversion, Input, Output, StreamTarget, WEBM, WebMOutputFormat } from 'mediabunny'

/** A piece of the file, and where it stands in it: what file streams of browsers take as well (WICG File System Access). */
type PlacedPiece =
  ConstructorParameters<typeof StreamTarget>[0] extends WritableStream<infer Piece> ? Piece : never

/**
 * Writes a WebM as `MediaRecorder` made it once more, with what that leaves out: how long it is, and where what is found
 * (Matroska, Duration and Cues), so that one can wind it. Pictures and sound are taken as they are. It reads and writes
 * piece by piece: the memory that it takes does not grow with the recording. Rejects where that cannot be done.
 *
 * @param into - It is closed at the end, and left as it is where this rejects.
 */
export async function remuxRecording(recorded: Blob, into: WritableStream<PlacedPiece>): Promise<void> {
  const input = new Input({ source: new BlobSource(recorded), formats: [WEBM] })
  try {
    const target = new StreamTarget(into, { chunked: true })
    const output = new Output({ format: new WebMOutputFormat(), target })
    const conversion = await Conversion.init({ input, output, showWarnings: false })
    if (!conversion.isValid || conversion.discardedTracks.length > 0)
      throw new Error('the recording has a track that cannot be written again')
    await conversion.execute()
  } finally {
    input.dispose()
  }
}

/** The same, as another `Blob`, for browsers that do not write to the disk: they keep long ones outside of the memory. */
export async function remuxedRecording(recorded: Blob): Promise<Blob> {
  const whole = new PlacedBlob(recorded.type)
  await remuxRecording(recorded, new WritableStream({ write: (piece) => whole.write(piece) }))
  return whole.blob
}

/** A `Blob` that is written like a file: on, and now and then over what stands there. */
export class PlacedBlob {
  #blob: Blob

  constructor(type: string) {
    this.#blob = new Blob([], { type })
  }

  get blob(): Blob {
    return this.#blob
  }

  write({ data, position }: { readonly data: Uint8Array<ArrayBuffer>; readonly position: number }): void {
    const { size, type } = this.#blob
    const gap = new Uint8Array(Math.max(0, position - size))
    const before = this.#blob.slice(0, position)
    const after = this.#blob.slice(position + data.byteLength)
    this.#blob = new Blob([before, gap, data, after], { type })
  }
}
