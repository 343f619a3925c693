/** What a browser with Trusted Types has on its page (W3C Trusted Types §2.3); TypeScript does not know it yet. */
interface TrustedTypes {
  /** Null until there is a policy of that name. */
  readonly defaultPolicy: object | null
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): object
}

type ScriptsPage = Pick<Window, 'location'> & { readonly trustedTypes?: TrustedTypes }

const ASSETS = '/assets/'

/**
 * Has the page run scripts of its own build alone, whatever a library is made to ask for: the page's
 * Content-Security-Policy demands that a policy passes each address that a script or a worker is loaded from, and this is
 * the only one. MediaPipe loads its parts by `<script>` and hands over strings; so it is the default policy. HTML and
 * the text of scripts are passed by none: nothing here is ever made of these.
 */
export function allowOwnScripts(page: ScriptsPage): void {
  const { trustedTypes, location } = page
  if (!trustedTypes || trustedTypes.defaultPolicy !== null) return
  trustedTypes.createPolicy('default', {
    createScriptURL(address) {
      const { origin, pathname } = new URL(address, location.href)
      return origin === new URL(location.href).origin && pathname.startsWith(ASSETS) ? address : null
    },
  })
}
