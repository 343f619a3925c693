/** The names of devices, and what one does with them. */
export const devices = {
  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Loudspeaker',
  numbered: (kind: string, number: number): string => `${kind} ${number}`,
  none: 'None found',
  turnCamera: 'Switch camera',
}
