/** Resolves when one of these does, or when so many milliseconds have passed. */
export async function within(patienceMs: number, ...these: readonly Promise<unknown>[]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, patienceMs)
  await Promise.race([promise, ...these])
  clearTimeout(timer)
}
