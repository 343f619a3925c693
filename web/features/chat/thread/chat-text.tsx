import type { JSX } from 'preact'
import { linkify } from './linkify.ts'

/** What somebody wrote: as text, never as markup; links open elsewhere, and learn nothing of the room (noreferrer). */
export function ChatText({ text }: { readonly text: string }): JSX.Element {
  return (
    <p class="chat-text" dir="auto">
      {linkify(text).map((piece, index) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {piece.text}
          </a>
        ),
      )}
    </p>
  )
}
