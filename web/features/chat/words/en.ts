/** The chat. */
export const chat = {
  title: 'Chat',
  says: (name: string, text: string): string => `${name}: ${text}`,
  saysAlone: (name: string, text: string): string => `${name}, to you alone: ${text}`,
  open: 'Answer',
  unread: (count: number): string => (count === 1 ? '1 new message' : `${count} new messages`),
}
