import { describe, expect, it } from 'vitest'
import {
  generateProfileLevelIdStringForAnswer,
  isSameProfile,
} from '../../../../web/core/media/mediasoup-client/h264-profiles.ts'
import { brought } from './brought.ts'

interface Package {
  isSameProfile: typeof isSameProfile
  generateProfileLevelIdStringForAnswer: typeof generateProfileLevelIdStringForAnswer
}
const theirs: Package = brought('h264-profile-level-id')

const LEVELS = ['0a', '0b', '0d', '1f', '29', '34']
/** Each profile with constraints that make it another; what is none of them; what is not said. */
const FIRSTS = [
  '42e0',
  '42c0',
  '4280',
  '4200',
  '4d00',
  '4d80',
  '4d40',
  '58c0',
  '5880',
  '6400',
  '640c',
  'f400',
  '6401',
]
const SAID = [
  ...FIRSTS.flatMap((first) => LEVELS.map((level) => first + level)),
  '42e00c',
  '42',
  'zzzzzz',
  '000000',
]
const PARAMETERS = [{}, ...SAID.map((id) => ({ 'profile-level-id': id }))]
const PAIRS = PARAMETERS.flatMap((one) => PARAMETERS.map((other) => [one, other] as const))
const ASYMMETRIC = { 'level-asymmetry-allowed': '1' }

const outcome = (answer: () => string | undefined): string | undefined => {
  try {
    return answer()
  } catch (cause) {
    return cause instanceof TypeError ? 'refused' : 'otherwise'
  }
}

describe('what stands in for the package of H264 profiles', () => {
  it('finds the same profiles to be the same', () => {
    const same = PAIRS.filter(([one, other]) => isSameProfile(one, other))
    expect(same.length).toBeGreaterThan(PARAMETERS.length)
    expect(same).toEqual(PAIRS.filter(([one, other]) => theirs.isSameProfile(one, other)))
  })

  it.each([{}, ASYMMETRIC])('answers with the same level where levels may differ as in %o', (asymmetry) => {
    const all = PAIRS.map(
      ([one, other]) =>
        [
          { ...one, ...asymmetry },
          { ...other, ...ASYMMETRIC },
        ] as const,
    )
    const answers = all.map(([one, other]) =>
      outcome(() => generateProfileLevelIdStringForAnswer(one, other)),
    )
    expect(new Set(answers).size).toBeGreaterThan(30)
    expect(answers).toEqual(
      all.map(([one, other]) => outcome(() => theirs.generateProfileLevelIdStringForAnswer(one, other))),
    )
  })

  it('takes 1b to be above 1 and below 1.1', () => {
    const answer = (one: string, other: string) =>
      generateProfileLevelIdStringForAnswer({ 'profile-level-id': one }, { 'profile-level-id': other })
    expect(answer('42f00b', '42e00a')).toBe('42e00a')
    expect(answer('42e00b', '42f00b')).toBe('42f00b')
  })
})
