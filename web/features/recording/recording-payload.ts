import * as v from 'valibot'

/** What is sent as `recording`, for as long as it runs: all that one sees and hears, or oneself alone. */
export const RecordingPayload = v.object({ what: v.picklist(['room', 'own']) })
export type RecordingPayload = v.InferOutput<typeof RecordingPayload>
export type RecordedPart = RecordingPayload['what']

/** More recordings at a time than this nobody needs to agree to. */
export const MAX_AGREED = 20

/**
 * What is sent as `consent`: the recordings that its sender agrees to be in, by the numbers of the messages that told
 * of them. A recording that begins anew has another number, and nobody has agreed to it.
 */
export const ConsentPayload = v.object({
  agreed: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.maxLength(MAX_AGREED)),
})
export type ConsentPayload = v.InferOutput<typeof ConsentPayload>
