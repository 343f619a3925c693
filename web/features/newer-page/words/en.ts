export const newerPage = {
  isThere: 'There is a newer version of this page.',
  comes: 'It will load when you leave.',
  load: 'Load it now',
  /** Said after isThere, where a part of this one could not be fetched. */
  opensThis: 'Load it to open this part; your call goes on.',
}
