import type { LentNode, Swarm } from '../../../protocol/http/swarm.ts'
import { type MapFrame, type MapPoint, pointOn } from './map-frame.ts'

/** A lent node in its place on the list. */
export interface RankedNode extends LentNode {
  /** From 1; the map says the same number. */
  readonly rank: number
}

/** Those that are there before those that are away, and whoever carries most people first. */
export function ranked({ lent }: Pick<Swarm, 'lent'>): readonly RankedNode[] {
  return lent
    .toSorted(
      (a, b) =>
        Number(b.connected) - Number(a.connected) || b.people - a.people || a.name.localeCompare(b.name),
    )
    .map((node, i) => ({ ...node, rank: i + 1 }))
}

/** One mark on the map, for the nodes that are there: several in one town, or too near to each other for two marks. */
export interface MapMark extends MapPoint {
  readonly nodes: readonly RankedNode[]
}

/** Marks nearer than that would cover each other on a telephone; hundredths of the map's width. */
const TOO_NEAR = 9

export function marksOn(frame: MapFrame, nodes: readonly RankedNode[], ratio: number): readonly MapMark[] {
  const marks: { x: number; y: number; nodes: RankedNode[] }[] = []
  for (const node of nodes) {
    if (node.at === null) continue
    const point = pointOn(frame, node.at)
    const near = marks.find(({ x, y }) => Math.hypot(x - point.x, (y - point.y) * ratio) < TOO_NEAR)
    if (near) near.nodes.push(node)
    else marks.push({ ...point, nodes: [node] })
  }
  return marks
}
