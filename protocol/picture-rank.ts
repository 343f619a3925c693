import * as v from 'valibot'

/** Which pictures come first where the way to a page is narrow, the first first (M12). Voices come before all of them. */
const PICTURE_RANKS = ['screen', 'speaker', 'other'] as const
export const PictureRank = v.picklist(PICTURE_RANKS)
export type PictureRank = v.InferOutput<typeof PictureRank>
