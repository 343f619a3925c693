import { inColumns } from '../common/columns.ts'
import type { Spread } from '../common/spread.ts'
import type { FrameFigures } from './frames.ts'
import type { GroupFigures } from './group.ts'
import type { JoiningFigures } from './joining.ts'
import type { ProcessorFigures } from './processor.ts'
import type { RushFigures } from './rush.ts'

const three = ({ median, min, max }: Spread, digits = 0): string[] =>
  [median, min, max].map((value) => value.toFixed(digits))

const titled = (title: string, rows: readonly (readonly string[])[]): string =>
  [`\n${title}\n`, ...inColumns(rows)].join('\n')

export const framesTable = (figures: readonly FrameFigures[]): string =>
  titled('what is added to each frame, in microseconds', [
    ['bytes of a frame', 'encrypt', 'min', 'max', 'decrypt', 'min', 'max'],
    ...figures.map(({ bytes, encryptUs, decryptUs }) => [
      String(bytes),
      ...three(encryptUs, 1),
      ...three(decryptUs, 1),
    ]),
  ])

export const groupTable = (figures: readonly GroupFigures[]): string =>
  titled('what a change of a group takes a page, in ms; its longest task, 0 where none is as long as 50 ms', [
    ['people', 'come in', 'max', 'follow', 'max', 'remove', 'max', 'longest task'],
    ...figures.map(({ people, joinMs, followMs, removeMs, longestTaskMs }) => [
      String(people),
      ...[joinMs, followMs, removeMs].flatMap(({ median, max }) => [median.toFixed(0), max.toFixed(0)]),
      longestTaskMs.toFixed(0),
    ]),
  ])

export const processorTable = (figures: readonly ProcessorFigures[]): string =>
  titled('the processor of a page that sends and receives, in percent of a core', [
    ['people, room', 'median', 'min', 'max', 'decoded a second', 'of plain'],
    ...figures.map(({ people, room, percent, decodedFps }) => {
      const plain = figures.find((other) => other.people === people && other.room === 'plain')
      const ratio = plain ? percent.median / plain.percent.median : 1
      return [`${people}, ${room}`, ...three(percent), decodedFps.median.toFixed(0), ratio.toFixed(2)]
    }),
  ])

export const joiningTable = (figures: readonly JoiningFigures[]): string =>
  titled('from the welcome to the first picture of somebody else, in ms', [
    ['room', 'median', 'min', 'max'],
    ...figures.map(({ room, welcomeToFrameMs }) => [room, ...three(welcomeToFrameMs)]),
  ])

export const rushTable = (figures: readonly RushFigures[]): string =>
  titled(
    'people who come at once, or over some seconds, all in one Node, none with a browser: since the last came until all are heard by all (of more than 25: by 4), in ms; what that took of processors, in ms for each of them',
    [
      ['people, room', 'median', 'min', 'max', 'of plain', 'processors'],
      ...figures.map(({ people, room, overMs, allHearMs, cpuMsEach }) => {
        const plain = figures.find(
          (other) => other.people === people && other.overMs === overMs && other.room === 'plain',
        )
        const ratio = plain ? allHearMs.median / plain.allHearMs.median : 1
        const come = overMs === 0 ? 'at once' : `over ${overMs / 1_000} s`
        return [
          `${people} ${come}, ${room}`,
          ...three(allHearMs),
          ratio.toFixed(2),
          cpuMsEach.median.toFixed(0),
        ]
      }),
    ],
  )
