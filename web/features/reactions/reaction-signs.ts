import type { Reaction } from './reactions.ts'

/** How each reaction looks. */
export const REACTION_SIGNS: Record<Reaction, string> = {
  'thumbs-up': '👍',
  applause: '👏',
  heart: '❤️',
  laugh: '😂',
  surprise: '😮',
  celebrate: '🎉',
}
