/** What is taken for silence, in decibels relative to full scale. */
const SILENCE_DBFS = -60

/**
 * How loud an amplitude is to the ear: 0 at silence (-60 dBFS and below) to 1 at full scale, even steps for even
 * steps in decibels.
 *
 * @param amplitude - Linear, 0 to 1.
 */
export function loudnessOf(amplitude: number): number {
  if (!(amplitude > 0)) return 0
  const decibels = 20 * Math.log10(amplitude)
  return Math.min(1, Math.max(0, 1 - decibels / SILENCE_DBFS))
}
