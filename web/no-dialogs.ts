/**
 * Has nothing that runs on the page open a dialog of the browser's: it would stop all of the page, timers and the call with
 * them, until somebody answers it (HTML §8.9.1). The page itself opens none; what a library would say is logged.
 */
export function forbidDialogs(page: Pick<Window, 'alert' | 'confirm' | 'prompt'>): void {
  const log = (message: unknown): void => console.warn('a library would ask:', message)
  page.alert = log
  page.confirm = (message) => {
    log(message)
    return false
  }
  page.prompt = (message) => {
    log(message)
    return null
  }
}
