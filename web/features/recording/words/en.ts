/** Recording to one's own disk, and agreeing to be recorded. */
export const recording = {
  title: 'Record',
}
