/** What is done when this device's network seems to have changed. */
export interface NetworkRemedies {
  /** The network is another one now, or back. */
  changed(): void
  /** Somebody looks at the page again: much may have happened unseen. */
  seen(): void
}

/** Calls the remedies until the function that it returns is called. */
export function watchNetwork({ changed, seen }: NetworkRemedies): () => void {
  const stop = new AbortController()
  const { signal } = stop
  window.addEventListener('online', changed, { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') seen()
    },
    { signal },
  )
  const connection = networkOf(navigator)
  let type = connection?.type
  connection?.addEventListener(
    'change',
    () => {
      // The browser also says `change` when it only estimates the speed anew.
      if (connection.type === type) return
      type = connection.type
      changed()
    },
    { signal },
  )
  return () => stop.abort()
}

/** The Network Information API, which not every browser has, as far as it is used here. */
interface NetworkInformation extends EventTarget {
  /** `wifi`, `cellular`…; absent on most computers. */
  readonly type?: string
}

function networkOf(navigator: Navigator & { readonly connection?: NetworkInformation }) {
  return navigator.connection
}
