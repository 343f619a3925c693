// Read by whatever Node the machine has: nothing here may be newer than what Node 14 parses, and nothing is
// imported, so that a Node too old for the rest gets to say so instead of showing a syntax error.

/** The oldest Node whose built-in modules the set-up can use. What it installs brings its own, newer Node. */
const OLDEST_MAJOR = 18

/**
 * @param {string} version as in process.versions.node
 * @returns {string | undefined} a sentence for the person when this Node is too old
 */
export function complainAboutNode(version) {
  if (Number(version.split('.')[0]) >= OLDEST_MAJOR) return undefined
  return (
    `Essaim's set-up needs Node ${OLDEST_MAJOR} or later, and this is Node ${version}: ` +
    'install a newer one (Debian 12: apt-get install nodejs npm; others: https://nodejs.org), then try again.'
  )
}

/** Ends the program with that sentence when the running Node is too old. */
export function requireRecentNode() {
  const complaint = complainAboutNode(process.versions.node)
  if (!complaint) return
  console.error(`essaim: ${complaint}`)
  process.exit(1)
}
