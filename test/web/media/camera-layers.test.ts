import { describe, expect, test } from 'vitest'
import { ALMOST_WHOLE, fitLayers, refitLayers } from '../../../web/core/media/sending/camera-layers.ts'

const camera = (width?: number, height?: number) => ({
  getSettings: () => ({ ...(width && { width }), ...(height && { height }) }),
})
const THREE = [{ maxBitrate: 1 }, { maxBitrate: 2 }, { maxBitrate: 3 }]

describe('a camera’s layers', () => {
  test.each([
    ['720 lines', camera(1280, 720), [4, 2, 1]],
    ['540 lines, the least that three layers are made of', camera(960, 540), [4, 2, 1]],
    ['a telephone held upright', camera(720, 1280), [4, 2, 1]],
    ['360 lines: the larger of two is whole', camera(640, 360), [2, 1]],
    ['a small one held upright', camera(360, 640), [2, 1]],
    ['one that does not say', camera(), [4, 2, 1]],
  ])('%s', (_what, track, scales) => {
    const sent = fitLayers(THREE, track, 2).filter((layer) => layer.active)
    expect(sent.map((layer) => layer.scaleResolutionDownBy)).toEqual(scales)
    expect(sent.map((layer) => layer.maxBitrate)).toEqual([1, 2, 3].slice(0, scales.length))
  })

  test('up to a limit', () => {
    const sent = (track: ReturnType<typeof camera>) => fitLayers(THREE, track, 0).map((layer) => layer.active)
    expect(sent(camera(1280, 720))).toEqual([true, false, false])
    expect(sent(camera(640, 360))).toEqual([true, false, false])
  })
})

const refitted = async (scales: readonly number[], track: ReturnType<typeof camera>) => {
  const set: RTCRtpSendParameters[] = []
  const encodings = scales.map((scaleResolutionDownBy, index) => ({
    rid: `r${index}`,
    active: true,
    scaleResolutionDownBy,
  }))
  const parameters = { transactionId: 'now', encodings, codecs: [], headerExtensions: [], rtcp: {} }
  const sender: Pick<RTCRtpSender, 'getParameters' | 'setParameters'> = {
    getParameters: () => parameters,
    setParameters: async (changed) => void set.push(changed),
  }
  await refitLayers(sender, track, 2)
  return { parameters, set }
}

test('another camera is fitted with what the browser knows of the sender kept', async () => {
  const { parameters, set } = await refitted([4, 2, 1], camera(640, 360))
  expect(set).toEqual([
    {
      ...parameters,
      encodings: [
        { rid: 'r0', active: true, scaleResolutionDownBy: 2 },
        { rid: 'r1', active: true, scaleResolutionDownBy: 1 },
        { rid: 'r2', active: false, scaleResolutionDownBy: 1 },
      ],
    },
  ])
})

test('the largest of three stays a little smaller, where it once was, by way of a small camera, too', async () => {
  const scalesOf = ({ set }: Awaited<ReturnType<typeof refitted>>) =>
    set[0]?.encodings.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy ?? 1) ?? []
  const small = scalesOf(await refitted([4, 2, ALMOST_WHOLE], camera(640, 360)))
  expect(small).toEqual([2, 1, ALMOST_WHOLE])
  expect(scalesOf(await refitted(small, camera(1280, 720)))).toEqual([4, 2, ALMOST_WHOLE])
})
