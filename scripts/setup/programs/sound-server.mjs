import { ensureDebianPackages, findProgram } from './debian-packages.mjs'

/**
 * Firefox runs no AudioContext on a machine without a sound output.
 * @returns {Promise<string>} PulseAudio, which can pretend to be one: the system's, or Debian's, which is installed if
 *   need be
 */
export async function ensureSoundServer() {
  const found = findProgram('pulseaudio')
  if (found) return found
  await ensureDebianPackages(['pulseaudio'], 'hear what Firefox plays in tests')
  const installed = findProgram('pulseaudio')
  if (!installed)
    throw new Error('The package pulseaudio is installed, and there is no pulseaudio in the PATH')
  return installed
}
