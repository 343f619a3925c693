/** That the link of an encrypted room is changed, with somebody who is put out or without. */
export const linkChange = {
  title: 'Another link',
  hint: 'This room can have a new link. Those sent before lead in no longer; whoever is here stays, and has the new one.',
  change: 'Change the link',
  sure: 'Change the link? Links and invitations sent before will lead in no longer. Whoever is here stays.',
  yes: 'Change it',
  no: 'Cancel',
  moment: 'This takes a moment…',
  remove: 'Remove, and change the link',
  removeSure: (name: string): string =>
    `Remove ${name}, and change the link? They cannot come back then, not even from another device. Links sent before will lead in no longer.`,
  removeYes: 'Remove and change',
  /** Why it cannot be changed. */
  why: {
    beginning:
      'The link can be changed once your devices have agreed on a key of their own. That takes a moment.',
    crowd: (most: number): string => `With more than ${most} people here, the link cannot be changed.`,
    unkept:
      'Your device has no key in common with the others, and cannot change the link. Loading the page again tries again.',
  },
  failed: 'The link could not be changed, and is what it was. Please try again.',
  /** By whom, or null where they have left meanwhile. */
  changed: (by: string | null): string =>
    `The link of this room was changed${by === null ? '' : ` by ${by}`}. Links sent before lead in no longer.`,
  changedByUs: 'You have changed the link of this room. Links sent before lead in no longer.',
  /** Somebody was put out, and then it did not work. */
  kept: 'The link could not be changed, and still leads in. Under “Door” you can try again.',
}
