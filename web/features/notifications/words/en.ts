/** What one is told of by itself, and the keys. */
export const notifications = {
  wroteToYou: (name: string): string => `${name} wrote to you`,
}
