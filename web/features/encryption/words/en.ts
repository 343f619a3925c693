/** Whether a room is encrypted. */
export const encryption = {
  title: 'Who can listen',
  encrypted: 'Encrypted from end to end',
  plain: 'Not encrypted',
  /** Before one joins a room that is not. */
  couldListen: 'Not encrypted: whoever carries this room could listen.',
}
