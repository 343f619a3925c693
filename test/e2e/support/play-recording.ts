import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'

/** What there is to see and hear in a recording. */
export interface Played {
  readonly seconds: number
  /** How long the file itself says it is, in seconds, before it was played. */
  readonly told: number
  /** Where one is who winds to the middle, as a part of the whole; the picture there is decoded. */
  readonly wound: number
  /** Root mean square of all samples, 0 to 1. */
  readonly loudness: number
  readonly frames: number
  /** The largest part of any picture that has colour, 0 to 1: the fake cameras have much, names and grounds none. */
  readonly coloured: number
}

/** Decodes and plays a recording in a browser, as its owner would. */
export async function playRecording(browser: Browser, path: string): Promise<Played> {
  const page = await browser.newPage()
  const file = (await readFile(path)).toString('base64')
  try {
    return await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const video = Object.assign(document.createElement('video'), { muted: true })
      video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/webm' }))
      const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 })
      const pen = canvas.getContext('2d', { willReadFrequently: true })
      if (!pen) throw new Error('no canvas')
      const colouredNow = (): number => {
        pen.drawImage(video, 0, 0, 160, 90)
        const { data } = pen.getImageData(0, 0, 160, 90)
        let coloured = 0
        for (let at = 0; at < data.length; at += 4) {
          const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
          if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured += 1
        }
        return coloured / (160 * 90)
      }
      const happens = (name: string) =>
        new Promise((resolve, reject) => {
          video.addEventListener(name, resolve, { once: true })
          video.addEventListener('error', () => reject(new Error(video.error?.message ?? 'no video')))
        })
      await happens('loadedmetadata')
      const told = video.duration
      const windTo = async (seconds: number): Promise<number> => {
        const there = happens('seeked')
        video.currentTime = seconds
        await there
        return video.currentTime
      }
      const wound = Number.isFinite(told) ? (await windTo(told / 2)) / told : 0
      if (wound > 0) await windTo(0)
      let coloured = 0
      const look = setInterval(() => {
        coloured = Math.max(coloured, colouredNow())
      }, 100)
      await new Promise((resolve, reject) => {
        video.addEventListener('ended', resolve)
        video.addEventListener('error', () => reject(new Error(video.error?.message ?? 'no video')))
        video.play().catch(reject)
      })
      clearInterval(look)
      const frames = video.getVideoPlaybackQuality().totalVideoFrames
      const sound = await new AudioContext().decodeAudioData(bytes.buffer)
      const samples = sound.getChannelData(0)
      const squares = samples.reduce((sum, sample) => sum + sample * sample, 0)
      return {
        seconds: sound.duration,
        told,
        wound,
        loudness: Math.sqrt(squares / Math.max(1, samples.length)),
        frames,
        coloured,
      }
    }, file)
  } finally {
    await page.close()
  }
}
