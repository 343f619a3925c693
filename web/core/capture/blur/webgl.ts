/** Whether this browser computes on a graphics card, or as if on one: without that, no model runs. */
export function hasWebgl(): boolean {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  // Browsers give a page few at a time.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
