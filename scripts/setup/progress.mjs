const toTerminal = process.stdout.isTTY === true

/**
 * Runs one step of the set-up and says how long it took.
 * @template T
 * @param {string} label what is being done, as a person would say it
 * @param {(say: (detail: string) => void) => Promise<T>} work gets a function that shows how far it is
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = performance.now()
  if (toTerminal) process.stdout.write(`${label}…`)
  else console.log(`${label}…`)
  const result = await work((detail) => sayDetail(label, detail)).catch((error) => {
    if (toTerminal) process.stdout.write('\n')
    throw error
  })
  console.log(`${startOfLine()}${label}: done in ${formatDuration(performance.now() - started)}`)
  return result
}

/**
 * A line that overwrites itself on a terminal, and a line of its own in a log.
 * @param {string} label
 * @param {string} detail
 */
function sayDetail(label, detail) {
  if (toTerminal) process.stdout.write(`${startOfLine()}${label}: ${detail}`)
  else console.log(`${label}: ${detail}`)
}

function startOfLine() {
  return toTerminal ? '\r\x1b[K' : ''
}

/**
 * @param {number} durationMs
 * @returns {string} such as "0.4 s" or "5 min 12 s"
 */
export function formatDuration(durationMs) {
  const seconds = durationMs / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
