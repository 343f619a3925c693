/** Being heard only while one holds a key, or a button. */
export const talk = {
  space: 'Space',
  left: (key: string): string => `Left ${key}`,
  right: (key: string): string => `Right ${key}`,
  hold: 'Hold to talk',
  heard: 'You are heard',
}
