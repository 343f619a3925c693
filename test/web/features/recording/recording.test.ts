import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { NoSoundError, running } from '../../../../web/core/capture/sound/running-context.ts'
import type { Person } from '../../../../web/core/session/room-session.ts'
import { prepareRecording } from '../../../../web/features/recording/prepare-recording.ts'
import { openSink, writesToDisk } from '../../../../web/features/recording/recording-sink.ts'
import { agreedTo, consentWith, recordingsOf } from '../../../../web/features/recording/recordings-of.ts'
import { PlacedBlob } from '../../../../web/features/recording/remux-recording.ts'
import { sceneLayout } from '../../../../web/features/recording/scene-layout.ts'
import { sceneOf } from '../../../../web/features/recording/scene-of.ts'
import { only, peer, said } from '../said.ts'

const recorded = (id: number, from: string, payload: unknown = { what: 'room' }) =>
  said({ id, from, kind: 'recording', payload })
const consent = (id: number, from: string, payload: unknown) => said({ id, from, kind: 'consent', payload })

describe('T5 who records', () => {
  test('is whoever the edge says has told so', () => {
    const messages = [recorded(3, 'Ada'), recorded(5, 'Ben', { what: 'own', from: peer('Cy') })]
    expect(recordingsOf(messages)).toEqual([
      { id: 3, recorder: peer('Ada'), name: 'Ada', what: 'room' },
      { id: 5, recorder: peer('Ben'), name: 'Ben', what: 'own' },
    ])
  })

  test.each([['x'], ['{"what":"everything"}'], ['[]'], ['']])('is nobody by saying %j', (payload) => {
    expect(recordingsOf([recorded(3, 'Ada', payload)])).toEqual([])
  })
})

describe('T6 who agrees', () => {
  test('agrees to the one recording, and to none that begins later', () => {
    const consents = [consent(4, 'Ben', { agreed: [3] }), consent(6, 'Cy', { agreed: [] })]
    expect([...agreedTo(consents, 3)]).toEqual([peer('Ben')])
    expect(agreedTo(consents, 7).size).toBe(0)
  })

  test.each<[string, unknown]>([
    ['no list', { agreed: 3 }],
    ['words', { agreed: ['3'] }],
    ['everything', { agreed: Array.from({ length: 21 }, (_, index) => index + 1) }],
    ['nothing at all', 'null'],
  ])('with %s agrees to nothing', (_what, payload) => {
    expect(agreedTo([consent(4, 'Ben', payload)], 3).size).toBe(0)
  })

  test('cannot agree for another', () => {
    const forged = said({
      id: 4,
      from: 'Eve',
      kind: 'consent',
      payload: { agreed: [3], from: peer('Ben') },
      to: only('Ada'),
    })
    expect([...agreedTo([forged], 3)]).toEqual([peer('Eve')])
  })

  test('keeps what else they agreed to, as long as it runs', () => {
    const running = recordingsOf([recorded(3, 'Ada'), recorded(5, 'Cy')])
    const [ada, cy] = running
    if (!ada || !cy) throw new Error('two record')
    const consents = [consent(6, 'Ben', { agreed: [1, 3] })]
    const change = (recording: typeof ada, agrees: boolean) =>
      consentWith(consents, peer('Ben'), recording, running, agrees).agreed
    expect(change(cy, true)).toEqual([3, 5])
    expect(change(ada, false)).toEqual([])
    expect(change(ada, true)).toEqual([3])
  })
})

/** A track is known by who it is, and no more is asked of it here. */
const track = (name: string): MediaStreamTrack => Object.assign(Object.create(null), { name })

const person = (name: string, self = false): Person => ({
  id: peer(name),
  name,
  role: 'participant',
  creator: false,
  self,
  hand: null,
  cutOff: false,
  microphone: 'on',
  speaking: false,
  camera: null,
  video: track(`${name}'s picture`),
  nextAudio: null,
  cameraOn: false,
  audio: self ? null : track(`${name}'s voice`),
})

describe('T6 the scene', () => {
  const [ada, ben, cy] = [person('Ada', true), person('Ben'), person('Cy')]
  const screens = [ben, cy].map(({ id, name }) => ({
    owner: id,
    name,
    self: false,
    producer: null,
    video: track(`${name}'s screen`),
    audio: track(`${name}'s film`),
  }))
  const view = { people: [ada, ben, cy], screens }
  const microphone = track('own voice')

  test('has in it whoever agreed, with all that is theirs, and nothing of anybody else', () => {
    const scene = sceneOf(view, { what: 'room', agreed: new Set([ben.id]), microphone })
    expect(scene.people.map(({ name, video }) => [name, video])).toEqual([
      ['Ada', ada.video],
      ['Ben', ben.video],
    ])
    expect(scene.screens.map(({ video }) => video)).toEqual([screens[0]?.video])
    expect(scene.sounds).toEqual([microphone, ben.audio, screens[0]?.audio])
    expect(JSON.stringify(scene)).not.toContain('Cy')
  })

  test('of oneself alone has nobody else, whoever agreed to anything', () => {
    const scene = sceneOf(view, { what: 'own', agreed: new Set([ben.id, cy.id]), microphone: null })
    expect(scene).toMatchObject({ people: [{ name: 'Ada' }], screens: [], sounds: [] })
  })
})

describe('the layout', () => {
  test.each([1, 2, 3, 4, 7, 25, 200])('of %i people keeps all of them inside and apart', (count) => {
    for (const screens of [0, 1, 3]) {
      const layout = sceneLayout(count, screens, 1_280, 720)
      const places = [...layout.people, ...layout.screens]
      expect(layout.people).toHaveLength(count)
      expect(layout.screens).toHaveLength(screens)
      for (const { x, y, width, height } of places) {
        expect(width).toBeGreaterThan(0)
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
        expect(x + width).toBeLessThanOrEqual(1_280)
        expect(y + height).toBeLessThanOrEqual(720)
      }
      const meet = places.some((one, index) =>
        places
          .slice(index + 1)
          .some(
            (two) =>
              one.x < two.x + two.width &&
              two.x < one.x + one.width &&
              one.y < two.y + two.height &&
              two.y < one.y + one.height,
          ),
      )
      expect(meet).toBe(false)
    }
  })

  test('of one fills the picture', () => {
    expect(sceneLayout(1, 0, 1_280, 720).people[0]?.width).toBeGreaterThan(1_200)
  })
})

const FILE = { name: 'a.webm', save: vi.fn<(whole: Blob, name: string) => void>() }

describe('the file', () => {
  const scopeWith = (handle: () => Promise<unknown>) => ({ showSaveFilePicker: vi.fn(handle) })

  test('is written as it comes, where the browser can', async () => {
    const file = { write: vi.fn(async () => {}), close: vi.fn(async () => {}), abort: vi.fn(async () => {}) }
    const scope = scopeWith(async () => ({ createWritable: async () => file }))
    expect(writesToDisk(scope)).toBe(true)
    const sink = await openSink(FILE, 'video/webm', scope)
    const piece = new Blob(['x'])
    await sink?.write(piece)
    await sink?.close()
    expect(scope.showSaveFilePicker).toHaveBeenCalledWith({ suggestedName: 'a.webm' })
    expect(file.write).toHaveBeenCalledWith(piece)
    expect(file.close).toHaveBeenCalledOnce()
    expect(sink).toMatchObject({ saveAgain: null, maxBytes: Number.POSITIVE_INFINITY })
  })

  test('is none where its owner thinks better of it', async () => {
    const scope = scopeWith(async () => {
      throw new DOMException('closed', 'AbortError')
    })
    expect(await openSink(FILE, 'video/webm', scope)).toBeNull()
  })

  test('that cannot be written is said so', async () => {
    const scope = scopeWith(async () => {
      throw new DOMException('no', 'SecurityError')
    })
    await expect(openSink(FILE, 'video/webm', scope)).rejects.toThrow('no')
  })

  test('is kept in memory elsewhere, up to a limit, and given at the end', async () => {
    const sink = await openSink(FILE, 'video/webm', {})
    expect(writesToDisk({})).toBe(false)
    expect(sink?.maxBytes).toBeLessThan(2 ** 30)
    await sink?.write(new Blob(['one ']))
    await sink?.write(new Blob(['two']))
    expect(FILE.save).not.toHaveBeenCalled()
    await sink?.close()
    sink?.saveAgain?.()
    expect(FILE.save).toHaveBeenCalledTimes(2)
    const [whole, name] = FILE.save.mock.lastCall ?? []
    expect([await whole?.text(), whole?.type, name]).toEqual(['one two', 'video/webm', 'a.webm'])
  })
})

describe('T5 before anybody is told of a recording', () => {
  const sound = (start: () => Promise<void>) => ({ start, close: vi.fn(async () => {}) })

  test('the browser has to let it sound, and where it does not within three seconds, nobody ever hears of it', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const send = vi.fn()
    const sink = { discard: vi.fn(async () => {}) }
    // Firefox without a sound output waits for one.
    const mix = sound(() => running({ resume: () => new Promise(() => {}) }))
    const prepared = expect(prepareRecording({ send }, 'room', mix, sink)).rejects.toThrow(NoSoundError)
    await vi.advanceTimersByTimeAsync(3_000)
    await prepared
    expect(send).not.toHaveBeenCalled()
    expect(mix.close).toHaveBeenCalledOnce()
    expect(sink.discard).toHaveBeenCalledOnce()
  })

  test('it sounds; then they are told', async () => {
    const order: string[] = []
    const mix = sound(async () => void order.push('sounds'))
    const send = async () => {
      order.push('told')
      return { ...recorded(3, 'Ada') }
    }
    expect(await prepareRecording({ send }, 'own', mix, { discard: async () => {} })).toBe(3)
    expect(order).toEqual(['sounds', 'told'])
    expect(mix.close).not.toHaveBeenCalled()
  })
})

test('a file is put together of pieces that come on, over what is there, and beyond the end', async () => {
  const file = new PlacedBlob('video/webm')
  const at = (position: number, text: string) =>
    file.write({ position, data: new TextEncoder().encode(text) })
  at(0, 'header----')
  at(10, 'pictures')
  at(6, 'DONE')
  at(20, 'index')
  at(23, 'EX and more')
  expect(await file.blob.text()).toBe('headerDONEpictures\0\0indEX and more')
  expect(file.blob.type).toBe('video/webm')
})
