const CONSONANTS = 'bdfgjklmnprstvz'
const VOWELS = 'aeiou'
const SYLLABLES_PER_WORD = 3

/** Sounds that would make somebody blush in one of the languages around us. */
const AWKWARD = /kaka|pipi|popo|nazi|bite|puta|puto|pute|pedo|sida|nega|negro|fode|zizi|bobo|rape|tote|kona/

/** A source of randomness: a whole number from 0 to `below` - 1. */
export type Draw = (below: number) => number

const drawSecurely: Draw = (below) => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % below

const pick = (letters: string, draw: Draw): string => letters.charAt(draw(letters.length))

const word = (draw: Draw): string =>
  Array.from({ length: SYLLABLES_PER_WORD }, () => pick(CONSONANTS, draw) + pick(VOWELS, draw)).join('')

/**
 * A name that can be said aloud in most languages, such as “valomi-keruda”: two words of three syllables, one of
 * 1.8e11, so that nobody walks in by guessing.
 */
export function randomRoomName(draw: Draw = drawSecurely): string {
  for (;;) {
    const name = `${word(draw)}-${word(draw)}`
    if (!AWKWARD.test(name)) return name
  }
}
