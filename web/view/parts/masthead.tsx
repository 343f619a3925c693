import type { JSX } from 'preact'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'

/** The name of the place, a way home, and the language. */
export function Masthead(): JSX.Element {
  return (
    <header class="masthead">
      <a class="brand" href="/">
        <Mark />
        essaim
      </a>
      <LanguageSwitch />
    </header>
  )
}
