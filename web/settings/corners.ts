/** Where a small picture may rest, as lines of text run: `end` is the right where they run to the right. */
export const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const
export type Corner = (typeof CORNERS)[number]
