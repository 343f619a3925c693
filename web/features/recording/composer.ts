import { type Place, sceneLayout } from './scene-layout.ts'
import type { Scene, SceneTile } from './scene-of.ts'

const WIDTH = 1_280
const HEIGHT = 720
const FRAMES_PER_SECOND = 15
/** A picture that has not moved for this long is not on its way any more: the name is shown in its place. */
const STALE_MS = 3_000

/** The room's dark colours; a recording has no theme. */
const GROUND = '#1b1714'
const TILE = '#322b25'
const INK = '#f4ede3'
const HONEY = '#f4b533'
const SHADE = '#17120ed9'
const FONT = 'system-ui, sans-serif'

interface Film {
  readonly element: HTMLVideoElement
  shownTime: number
  movedAtMs: number
}

/** Draws a scene, again and again, into a picture that moves. */
export class Composer {
  readonly #pen: CanvasRenderingContext2D
  readonly #stream: MediaStream
  readonly #timer: ReturnType<typeof setInterval>
  readonly #films = new Map<MediaStreamTrack, Film>()
  #scene: Scene = { people: [], screens: [], sounds: [] }

  constructor() {
    const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
    const pen = canvas.getContext('2d', { alpha: false })
    if (!pen) throw new Error('this browser draws nothing')
    this.#pen = pen
    this.#draw()
    this.#stream = canvas.captureStream(FRAMES_PER_SECOND)
    this.#timer = setInterval(() => this.#draw(), 1_000 / FRAMES_PER_SECOND)
  }

  get tracks(): MediaStreamTrack[] {
    return this.#stream.getVideoTracks()
  }

  /** Shows these from the next picture on, and nobody else. */
  show(scene: Scene): void {
    this.#scene = scene
    const tracks = new Set([...scene.people, ...scene.screens].map(({ video }) => video))
    for (const [track, { element }] of this.#films) {
      if (tracks.has(track)) continue
      this.#films.delete(track)
      element.srcObject = null
    }
    for (const track of tracks) if (track && !this.#films.has(track)) this.#films.set(track, openFilm(track))
  }

  close(): void {
    clearInterval(this.#timer)
    this.show({ people: [], screens: [], sounds: [] })
    for (const track of this.tracks) track.stop()
  }

  #draw(): void {
    const { people, screens } = this.#scene
    const layout = sceneLayout(people.length, screens.length, WIDTH, HEIGHT)
    this.#pen.fillStyle = GROUND
    this.#pen.fillRect(0, 0, WIDTH, HEIGHT)
    for (const [index, tile] of screens.entries()) this.#drawTile(tile, layout.screens[index], 'whole')
    for (const [index, tile] of people.entries()) this.#drawTile(tile, layout.people[index], 'filled')
  }

  #drawTile(tile: SceneTile, place: Place | undefined, fit: 'whole' | 'filled'): void {
    if (!place || place.width === 0) return
    const pen = this.#pen
    pen.save()
    pen.beginPath()
    pen.roundRect(place.x, place.y, place.width, place.height, 14)
    pen.clip()
    pen.fillStyle = TILE
    pen.fillRect(place.x, place.y, place.width, place.height)
    const film = this.#filmOf(tile, fit)
    if (film) {
      drawFilm(pen, film, place, fit)
      drawName(pen, tile.name, place)
    } else drawBadge(pen, tile.name, place)
    if (tile.speaking) {
      pen.strokeStyle = HONEY
      pen.lineWidth = 8
      pen.stroke()
    }
    pen.restore()
  }

  /** What there is to draw of a picture: a face that stands still has been stopped, a screen may just be read. */
  #filmOf({ video }: SceneTile, fit: 'whole' | 'filled'): HTMLVideoElement | null {
    const film = video ? this.#films.get(video) : undefined
    if (!film || film.element.videoWidth === 0) return null
    const now = performance.now()
    if (film.element.currentTime !== film.shownTime) {
      film.shownTime = film.element.currentTime
      film.movedAtMs = now
    }
    return fit === 'filled' && now - film.movedAtMs > STALE_MS ? null : film.element
  }
}

function openFilm(track: MediaStreamTrack): Film {
  const element = Object.assign(document.createElement('video'), { muted: true, playsInline: true })
  element.srcObject = new MediaStream([track])
  // A source that is exchanged before it plays is no fault.
  element.play().catch((error) => console.info('recording: a picture does not play', error))
  return { element, shownTime: -1, movedAtMs: performance.now() }
}

function drawFilm(
  pen: CanvasRenderingContext2D,
  film: HTMLVideoElement,
  { x, y, width, height }: Place,
  fit: 'whole' | 'filled',
): void {
  const scales = [width / film.videoWidth, height / film.videoHeight] as const
  const scale = fit === 'whole' ? Math.min(...scales) : Math.max(...scales)
  const [drawnWidth, drawnHeight] = [film.videoWidth * scale, film.videoHeight * scale]
  pen.drawImage(film, x + (width - drawnWidth) / 2, y + (height - drawnHeight) / 2, drawnWidth, drawnHeight)
}

/** The name at the bottom left, as on the page. */
function drawName(pen: CanvasRenderingContext2D, name: string, { x, y, width, height }: Place): void {
  const size = Math.max(14, Math.min(22, height / 16))
  pen.font = `${size}px ${FONT}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  const inner = Math.min(pen.measureText(name).width, width - 4 * size)
  pen.fillStyle = SHADE
  pen.beginPath()
  pen.roundRect(x + size / 2, y + height - size * 2.1, inner + size * 1.2, size * 1.6, size / 2)
  pen.fill()
  pen.fillStyle = INK
  pen.fillText(name, x + size * 1.1, y + height - size * 1.3, inner)
  // The tile's outline again, for the ring around whoever speaks.
  pen.beginPath()
  pen.roundRect(x, y, width, height, 14)
}

/** Somebody without a picture. */
function drawBadge(pen: CanvasRenderingContext2D, name: string, { x, y, width, height }: Place): void {
  pen.font = `600 ${Math.max(16, height / 8)}px ${FONT}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  pen.fillStyle = INK
  pen.fillText(name, x + width / 2, y + height / 2, width * 0.9)
}
