/** What stands at an address that is no room's, in one file: home, and the way there from a name that no room can have. */
export { BadName } from './bad-name.tsx'
export { Home } from './home.tsx'
