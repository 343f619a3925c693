import { lazilyWorded } from '../../../ui/lazily-worded.tsx'

/** Who learns what of oneself: what it costs and what it does not hide is said at length, and loaded with it. */
export const PrivacySettings = lazilyWorded(
  async () => (await import('./privacy-switches.tsx')).PrivacySwitches,
)
