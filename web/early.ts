import { dialEarly } from './signal/early-dial.ts'

/**
 * A link that joins at once needs the room's socket and code before it needs a view: this script, small and on its own,
 * runs ahead of the page's others and sends for both.
 */
if (dialEarly()) import('./room-code.ts').catch(reportError)
