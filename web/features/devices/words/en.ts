/** What one does with devices in a call. */
export const devices = {
  turnCamera: 'Switch camera',
}
