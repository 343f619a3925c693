import type { EmbedEvent } from './embed-messages.ts'
import type { EmbeddedPlace } from './embedded-page.ts'

/** How things stand on the page, as the events that would have led there. */
export function embedEvents(place: EmbeddedPlace): readonly EmbedEvent[] {
  if (place.at === 'after') return [{ event: 'left', room: place.room, why: place.ending }]
  if (place.at !== 'room') return []
  const { session, localMedia, room, name } = place
  const { people } = session.view.value
  const self = people.find((person) => person.self)
  if (!self) return []
  return [
    { event: 'joined', room, name },
    { event: 'name', name: self.name },
    { event: 'people', count: people.length },
    { event: 'microphone', on: isOn(localMedia.microphone.value) },
    { event: 'camera', on: isOn(localMedia.camera.value) },
    { event: 'hand', raised: self.hand !== null },
  ]
}

const isOn = ({ wanted, problem }: { readonly wanted: boolean; readonly problem: unknown }): boolean =>
  wanted && problem === null
