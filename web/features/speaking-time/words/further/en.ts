/** Speaking time: what its panel says. */
export const speakingTime = {
  since: (time: string): string =>
    `Counted in this browser since ${time}, from the voices that you hear. Nobody else is told.`,
  nobody: 'Nobody has spoken yet.',
  duration: (minutes: number, seconds: number): string =>
    minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`,
  gone: 'has left',
}
