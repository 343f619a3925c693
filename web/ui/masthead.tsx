import type { JSX } from 'preact'
import { Mark } from './mark.tsx'
import { LanguageSwitch } from './switches/language-switch.tsx'

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
