import type { CaptureState } from '../../core/capture/local-media.ts'
import type { Settings } from '../../settings/settings-schema.ts'

/** Whether one sees one's own picture as in a mirror: not what the back camera shows, which one also sees without it. */
export const isMirrored = (
  { mirrorsSelf }: Pick<Settings, 'mirrorsSelf'>,
  { facing }: Pick<CaptureState, 'facing'>,
): boolean => mirrorsSelf && facing !== 'environment'
