import { lazily } from '../../ui/lazily.tsx'

/** Whose page this is, and what it is made of: it comes after what one came for. */
export const Foot = lazily(async () => (await import('./colophon.tsx')).Colophon)
