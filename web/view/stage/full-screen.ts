/** Shows an element on the whole display, or leaves that again. Does nothing where the browser cannot. */
export function toggleFullScreen(element: Element | null): void {
  if (!document.fullscreenEnabled || element === null) return
  const turned = document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen()
  turned.catch(reportError)
}
