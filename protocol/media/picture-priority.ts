import * as v from 'valibot'

/** Which pictures come first where the way to a page is narrow, the first first (M12). Voices come before all of them. */
const PICTURE_PRIORITIES = ['screen', 'speaker', 'other'] as const
export const PicturePriority = v.picklist(PICTURE_PRIORITIES)
export type PicturePriority = v.InferOutput<typeof PicturePriority>
