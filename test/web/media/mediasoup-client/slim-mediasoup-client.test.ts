import path from 'node:path'
import * as whole from 'mediasoup-client'
import { beforeAll, describe, expect, it } from 'vitest'
import { asModule } from '../../../../scripts/page-build/mediasoup-client/as-module.ts'
import { withoutUnusedMethods } from '../../../../scripts/page-build/mediasoup-client/left-out-methods.ts'
import { shortFields } from '../../../../scripts/page-build/mediasoup-client/short-fields.ts'
import { slimMediasoupClient } from '../../../../scripts/page-build/mediasoup-client/slim-mediasoup-client.ts'
import { shortErrors, withoutErrorTexts } from '../../../../scripts/page-build/short-errors.ts'
import { builtModule } from '../../../support/built-module.ts'

/** As the page has them: what these call of what is gone, nobody does. */
const OLD_HANDLERS = {
  find: /^\.\/handlers\/(Chrome74|ReactNative106)$/,
  replacement: path.join(
    import.meta.dirname,
    '../../../../web/core/media/mediasoup-client/left-out-parts.ts',
  ),
}
const ENTRY = path.join(import.meta.dirname, '../../../../node_modules/mediasoup-client/lib/index.js')
/** What is gone, as it would be called. */
const GONE =
  /\.(?:send|receive)DataChannel\(|\.(?:pause|resume)(?:Sending|Receiving)\(|SctpAssociation\(|\.mux\w*Simulcast|\.get(?:Sender|Receiver)Stats\(/g

describe('mediasoup-client as pages have it', () => {
  let code = ''
  let slim: typeof whole
  beforeAll(async () => {
    const built = await builtModule(ENTRY, {
      plugins: [shortErrors(), slimMediasoupClient()],
      alias: [OLD_HANDLERS],
    })
    code = built.code
    slim = await import(built.address)
  })

  it('gives what the package gives', () => {
    expect(Object.keys(slim).sort()).toEqual(
      Object.keys(whole)
        .filter((name) => name !== 'default')
        .sort(),
    )
    expect(Object.keys(slim.ortc).sort()).toEqual(Object.keys(whole.ortc).sort())
    expect([slim.version, slim.parseScalabilityMode('L3T2')]).toEqual([
      whole.version,
      whole.parseScalabilityMode('L3T2'),
    ])
  })

  it('calls nothing that is left out, and has no words of its own', () => {
    expect([...code.matchAll(GONE)].map(([call]) => call)).toEqual([])
    expect(/RTCRtpTransceiver not found/.exec(code)?.[0]).toBeUndefined()
  })

  it('has short names for what its classes keep to themselves', () => {
    expect(code.match(/\bthis\._0\b/g)?.length).toBeGreaterThan(100)
    expect(
      /\._(?:pc|mediaObject|remoteSdp|mapMidTransceiver|transportReady)\b/.exec(code)?.[0],
    ).toBeUndefined()
  })

  it('opens transports and closes them, and refuses what no call does', async () => {
    const handlerFactory = slim.FakeHandler.createFactory(slim.testFakeParameters)
    const device = await slim.Device.factory({ handlerFactory })
    const { testFakeParameters: fake } = slim
    await device.load({ routerRtpCapabilities: fake.generateRouterRtpCapabilities() })
    const transport = device.createRecvTransport(fake.generateTransportRemoteParameters())
    transport.on('connect', (_, done) => done())
    const parameters = fake.generateConsumerRemoteParameters({ codecMimeType: 'audio/opus' })
    const consumer = await transport.consume({ ...parameters, producerId: 'producer' })
    expect(consumer.kind).toBe('audio')
    expect(() => consumer.pause()).toThrow('left out')
    expect(() => transport.produceData()).toThrow('left out')
    transport.close()
    expect(consumer.closed).toBe(true)
  })
})

it('leaves errors their class alone', () => {
  expect(withoutErrorTexts('throw new a.InvalidStateError("closed"); new TypeError(`no`, b)')).toBe(
    'throw new a.InvalidStateError(); new TypeError(`no`, b)',
  )
})

it('names fields alike in all files, in whatever order they come', () => {
  const files = ['this._pc; this._pc; this._handler', 'this._handler; this._handler; this._id']
  const [one, other] = [shortFields(files), shortFields(files.toReversed())].map((shorten) =>
    shorten('a._pc = b._handler(c._id)', ''),
  )
  expect(one).toBe('a._1 = b._0(c._2)')
  expect(other).toBe(one)
})

it('says so where a file is not written as it was', () => {
  expect(() => withoutUnusedMethods('class Producer {\n}\n', 'Producer.js')).toThrow(
    'Producer.js has nothing',
  )
  const shorten = shortFields(['class A {\n    _b = 1;\n    c() { return this._b; }\n}'])
  expect(() => shorten('const { _b } = a', 'a.js')).toThrow('a.js names _b')
  expect(() => shorten("a['_b']", 'a.js')).toThrow('a.js names _b')
  expect(() => asModule('const a = require("a"), b = require("b");', 'b.js')).toThrow('b.js')
})
