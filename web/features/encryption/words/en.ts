/** Whether a room is encrypted. */
export const encryption = {
  /** What somebody is called whose sealed name does not open; 40 characters at most. */
  unreadableName: 'somebody whose name cannot be read',
  title: 'Who can listen',
  encrypted: 'Encrypted from end to end',
  /** The same, where the key is that of the link alone. */
  byLink: 'Encrypted by the link',
  plain: 'Not encrypted',
  /** Before one joins a room that is not. */
  couldListen: 'Not encrypted: whoever carries this room could listen.',
}
