import { codeFrom24 } from '../../../protocol/versions/error-codes-24.ts'
import { edgeFrameFrom24, pageRequestTo24 } from '../../../protocol/versions/page-edge-24.ts'
import type { SpokenVersion } from './spoken-version.ts'

export const VERSION_24: SpokenVersion = {
  protocol: 24,
  said: pageRequestTo24,
  heard: edgeFrameFrom24,
  heardCode: codeFrom24,
}
