import type { JSX } from 'preact'
import encodeQR from 'qr'

/** The light border that readers need around the code, in modules (ISO/IEC 18004 §9.1). */
const QUIET_ZONE = 4

/** A QR code (ISO/IEC 18004) of a text, dark on light in both themes, for readers do not know dark themes. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE })
  const size = modules.length
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={modulePath(modules)} />
    </svg>
  )
}

/** One stroke of squares for each row of dark modules. */
const modulePath = (modules: readonly (readonly boolean[])[]): string =>
  modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
