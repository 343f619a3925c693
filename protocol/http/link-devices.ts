import * as v from 'valibot'

/** What `GET /api/rooms/:room/link` answers: whether the operator lets this link turn devices on (J10). */
export const LinkDevices = v.object({ turnsDevicesOn: v.boolean() })
export type LinkDevices = v.InferOutput<typeof LinkDevices>
