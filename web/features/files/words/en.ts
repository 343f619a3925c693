/** Files and pictures in the chat. */
export const files = {
  sends: (name: string, file: string): string => `${name} sends a file: ${file}`,
  sendsAlone: (name: string, file: string): string => `${name} sends a file, to you alone: ${file}`,
}
