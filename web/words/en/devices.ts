/** The names of devices. */
export const devices = {
  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Loudspeaker',
  numbered: (kind: string, number: number): string => `${kind} ${number}`,
  none: 'None found',
}
