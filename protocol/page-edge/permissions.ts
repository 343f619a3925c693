import * as v from 'valibot'

/** What participants may do; moderators may do all of it always. */
export const Permissions = v.object({
  microphone: v.boolean(),
  camera: v.boolean(),
  screen: v.boolean(),
  chat: v.boolean(),
})
export type Permissions = v.InferOutput<typeof Permissions>
