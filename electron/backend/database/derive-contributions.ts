/**
 * Contributions of purchases whose margin changed. Lines, amounts and the division among touches do not depend on margins, so
 * only this one column is written: to the cent what deriving the purchases anew comes to.
 */
import { allocate } from '../../../shared/domain/allocation.ts'
import { contributionAt, findMargin } from '../../../shared/domain/margin.ts'
import { keepingShareSums } from './bulk-rollups.ts'
import type { Connection } from './connection.ts'
import { readMarginRules, readSelectedItems } from './margin-rules.ts'
import type { StoredSettings } from './settings-row.ts'

interface FigureRow {
  readonly event_id: number
  readonly part: number
  readonly net_cents: number
  readonly contribution_cents: number | null
  readonly source: string
  readonly margin_basis_points: number | null
}

interface ShareRow {
  readonly id: number
  readonly event_id: number
  readonly part: number
  readonly model: number
  readonly weight: number
}

/** By purchase and part of it. */
type Contributions = ReadonlyMap<string, number | null>

/** What is read of the purchases is held in memory: thousands at a time. */
export function deriveContributions(db: Connection, eventIds: readonly number[], settings: StoredSettings): void {
  keepingShareSums(db, eventIds, () => writeShares(db, writeFigures(db, settings)))
}

/** Answers the contributions that are others now. */
function writeFigures(db: Connection, settings: StoredSettings): Contributions {
  const rules = readMarginRules(db, settings.marginBasisPoints)
  const items = readSelectedItems(db, rules)
  const figures = db
    .prepare<[], FigureRow>(
      `SELECT figure.event_id, figure.part, figure.net_cents, figure.contribution_cents, event.source, event.margin_basis_points
       FROM temp.selected_source AS selected CROSS JOIN revenue_figure AS figure ON figure.event_id = selected.id
       CROSS JOIN revenue_event AS event ON event.id = selected.id`,
    )
    .all()
  const update = db.prepare<[number | null, number, number]>(
    'UPDATE revenue_figure SET contribution_cents = ? WHERE event_id = ? AND part = ?',
  )
  const changed = new Map<string, number | null>()
  for (const { event_id: id, part, source, margin_basis_points: own, ...figure } of figures) {
    const margin = findMargin({ own, source, items: items.get(id) ?? [] }, rules)
    const contribution = contributionAt(figure.net_cents, margin)
    if (contribution === figure.contribution_cents) continue
    update.run(contribution, id, part)
    changed.set(`${id} ${part}`, contribution)
  }
  return changed
}

/** Touches are in the order in which they were written: it decides who gets a remaining cent. */
function writeShares(db: Connection, contributions: Contributions): void {
  if (contributions.size === 0) return
  const shares = db
    .prepare<[], ShareRow>(
      `SELECT share.id, share.event_id, share.part, share.model, share.weight
       FROM temp.selected_source AS selected CROSS JOIN attribution_share AS share ON share.event_id = selected.id
       ORDER BY share.event_id, share.part, share.model, share.id`,
    )
    .all()
  const update = db.prepare<[number | null, number]>('UPDATE attribution_share SET contribution_cents = ? WHERE id = ?')
  for (let first = 0; first < shares.length;) {
    const group = groupAt(shares, first)
    first += group.length
    const [one] = group
    const contribution = one && contributions.get(`${one.event_id} ${one.part}`)
    if (contribution === undefined) continue
    const parts =
      contribution === null
        ? []
        : allocate(
            contribution,
            group.map(({ weight }) => Math.abs(weight)),
          )
    for (const [index, { id }] of group.entries()) update.run(contribution === null ? null : (parts[index] ?? 0), id)
  }
}

/** The shares of one model in one part of a purchase: they stand together. */
function groupAt(shares: readonly ShareRow[], first: number): ShareRow[] {
  const group: ShareRow[] = []
  const start = shares[first]
  for (let index = first; start && index < shares.length; index++) {
    const share = shares[index]
    if (share?.event_id !== start.event_id || share.part !== start.part || share.model !== start.model) break
    group.push(share)
  }
  return group
}
