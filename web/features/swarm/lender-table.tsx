import type { JSX } from 'preact'
import type { Swarm } from '../../../protocol/http/swarm.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import type { RankedNode } from './ranked.ts'

interface LenderTableProps {
  readonly nodes: readonly RankedNode[]
  readonly own: Swarm['own']
}

/** Who lends a node, and how many it carries: all that the map says, and more. */
export function LenderTable({ nodes, own }: LenderTableProps): JSX.Element {
  const { language, words } = useDictionary()
  const { swarm } = useFurtherWords()
  const written = new Intl.NumberFormat(language)
  return (
    <table class="figures-table lenders">
      <caption class="visually-hidden">{words.swarm.title}</caption>
      <thead>
        <tr>
          <th scope="col">{swarm.lender}</th>
          <th scope="col">{swarm.people}</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <tr key={node.node} data-lender={node.name}>
            <th scope="row">
              <LenderName node={node} />
            </th>
            <td>{node.connected ? written.format(node.people) : swarm.away}</td>
          </tr>
        ))}
        {own.nodes > 0 && (
          <tr data-lender="">
            <th scope="row">
              {nodes.length === 0 ? (
                swarm.own(own.nodes)
              ) : (
                <span class="lender">
                  <span />
                  <span>{swarm.own(own.nodes)}</span>
                </span>
              )}
            </th>
            <td>{written.format(own.people)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function LenderName({ node }: { readonly node: RankedNode }): JSX.Element {
  const { name, link, place, rank, at } = node
  return (
    <span class="lender">
      <span class="map-mark" data-away={!node.connected} data-nowhere={at === null} aria-hidden="true">
        {rank}
      </span>
      <span>
        {link === null ? (
          name
        ) : (
          <a href={link} rel="noopener noreferrer" target="_blank">
            {name}
          </a>
        )}
        {place !== null && <small>{place}</small>}
      </span>
    </span>
  )
}
