import type { JSX } from 'preact'
import type { RoomLink } from '../../features/invite/room-link.ts'
import { Foot } from '../../features/site/foot.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { useHomeWords } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useWords } from '../../ui/page-context.ts'
import type { OpeningWishes } from '../page.ts'
import { Comb } from './comb.tsx'
import { RoomForm } from './room-form.tsx'

/** What this browser remembers comes when the page is there. */
const RecentList = lazily(
  async () => (await import('../../features/recent-rooms/recent-list.tsx')).RecentList,
)
const Memory = lazily(async () => (await import('../../features/recent-rooms/recent-list.tsx')).Memory)

export interface HomeProps {
  readonly onOpen: (link: RoomLink, how?: OpeningWishes) => void
}

/** One sentence, one field, one button. */
export function Home({ onOpen }: HomeProps): JSX.Element {
  const { home } = useHomeWords()
  const { stats, swarm } = useWords()
  return (
    <div class="sheet">
      <Masthead />
      <main class="home" data-view="home">
        <div class="home-text">
          <h1 tabIndex={-1}>{home.title}</h1>
          <p class="lead">{home.lead}</p>
          <RoomForm onOpen={onOpen} />
          <RecentList onOpen={onOpen} />
          <div class="quiet">
            <p>{home.lasts}</p>
            <Memory />
            <p class="choices">
              <a class="text-button" href="/stats">
                {stats.link}
              </a>
              <a class="text-button" href="/swarm">
                {swarm.link}
              </a>
            </p>
          </div>
        </div>
        <Comb />
      </main>
      <Foot />
    </div>
  )
}
