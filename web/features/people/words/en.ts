/** The people panel: who is here, and what moderators do. */
export const people = {
  /** On the tile of somebody of whom nothing is heard at present. */
  cutOff: 'Connection lost for now',
  silenced: 'silent for you',
  hearAgain: (name: string): string => `Hear ${name} again`,
  forbidden: {
    microphone: 'A moderator has turned off microphones for now',
    camera: 'A moderator has turned off cameras for now',
    screen: 'A moderator has turned off screen sharing for now',
    chat: 'A moderator has turned off the chat for now',
  },
}
