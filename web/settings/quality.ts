/** How much picture a person wants: what fits the tiles, the smallest, or none of people. */
export const QUALITIES = ['auto', 'low', 'audio'] as const
export type Quality = (typeof QUALITIES)[number]

export const isQuality = (text: string): text is Quality => QUALITIES.some((quality) => quality === text)
