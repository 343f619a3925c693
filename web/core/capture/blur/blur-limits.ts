/** How large the picture is in which the person is looked for, in pixels: what the model was made for. */
export const SEGMENTED_WIDTH_PX = 256
export const SEGMENTED_HEIGHT_PX = 144

/** How often a person is looked for at most: about 16 times a second. */
export const SEGMENT_INTERVAL_MS = 60
/** How much of the time may go into looking: on a slow machine, it is done less often. */
export const SEGMENT_SHARE = 0.5

/** How many pictures a second are made where the browser does not hand us the camera's own. */
export const DRAWN_FRAMES_PER_SECOND = 20

/** How wide the picture is made on its way to being blurred: nothing that is smaller than a face is left. */
export const BLUR_WIDTH_PX = 32
/** How wide the blurred picture is smoothed, so that its few pixels are not seen. */
export const SMOOTH_WIDTH_PX = 128
export const SMOOTH_RADIUS_PX = 3

/** How long the model may take to be fetched and started. */
export const LOAD_PATIENCE_MS = 30_000
