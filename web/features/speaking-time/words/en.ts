/** Who has spoken how long. */
export const speakingTime = {
  title: 'Speaking time',
}
