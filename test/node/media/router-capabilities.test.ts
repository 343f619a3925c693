import { expect, test } from 'vitest'
import { ROUTER_RTP_CAPABILITIES } from '../../../protocol/media/codecs.ts'
import { newRoom } from '../support/asks.ts'
import { openPool } from '../support/pool.ts'

test('the pinned capabilities are those of a real router, less the transmission time offset', async () => {
  const { pool } = await openPool(1)
  const router = await pool.leastLoaded().openRouter(newRoom())
  const { codecs, headerExtensions = [] } = router.rtpCapabilities
  const offered = headerExtensions.filter(({ uri }) => uri !== 'urn:ietf:params:rtp-hdrext:toffset')
  expect({ codecs, headerExtensions: offered }).toEqual(ROUTER_RTP_CAPABILITIES)
})
