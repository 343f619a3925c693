import { temporaryFile } from './temporary-file.ts'

const WIDTH = 640
const HEIGHT = 360
const SQUARE_PX = 8

/** A picture full of detail, a chessboard (YUV4MPEG2, two frames), for Chromium's fake camera. */
export function checkedCamera(): string {
  const frame = Buffer.alloc((WIDTH * HEIGHT * 3) / 2, 128)
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1)
      frame[y * WIDTH + x] = (Math.floor(x / SQUARE_PX) + Math.floor(y / SQUARE_PX)) % 2 ? 220 : 40
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F8:1 Ip A1:1 C420jpeg\n`)
  const mark = Buffer.from('FRAME\n')
  return temporaryFile('checked.y4m', Buffer.concat([head, mark, frame, mark, frame]))
}
