/** How far the page is from its server; media takes no part in it. */
export interface Network {
  readonly name: string
  readonly title: string
  /** Added to each direction of page loading and signalling. */
  readonly delayMs: number
}

export const NETWORKS: readonly Network[] = [
  { name: 'plain', title: 'As it is, on one machine', delayMs: 0 },
  {
    name: 'delayed',
    title: 'With 50 ms more in each direction of page loading and signalling (media is not delayed)',
    delayMs: 50,
  },
]
