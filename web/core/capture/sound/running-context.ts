/** How long the browser may take to let a context sound: where there is a sound output and a permission, it does so at once. */
const START_PATIENCE_MS = 3_000

/** The browser lets nothing sound: there is no sound output, or it waits for a click. */
export class NoSoundError extends Error {
  override readonly name = 'NoSoundError'
}

/**
 * Resolves when the context runs. Rejects with a NoSoundError where it does not within `START_PATIENCE_MS`: Firefox leaves
 * `resume()` pending for as long as there is no sound output (W3C webaudio §1.2.3).
 */
export async function running(context: Pick<AudioContext, 'resume'>): Promise<void> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new NoSoundError('the browser does not let it sound')),
    START_PATIENCE_MS,
  )
  try {
    await Promise.race([context.resume(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
