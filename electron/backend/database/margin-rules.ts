/** Margins of sources and products as they are stored, and the purchases a change of them concerns. */
import type { MarginQuestion, MarginRules } from '../../../shared/domain/margin.ts'
import type { Connection } from './connection.ts'

export interface MarginRuleRow {
  readonly source: string | null
  readonly product: string | null
  readonly margin_basis_points: number
}

export function readMarginRules(db: Connection, ledgerBasisPoints: number | null): MarginRules {
  const rows = db.prepare<[], MarginRuleRow>('SELECT source, product, margin_basis_points FROM margin_rule').all()
  const sources = new Map<string, number>()
  const products = new Map<string, number>()
  for (const { source, product, margin_basis_points: basisPoints } of rows) {
    if (source !== null) sources.set(source, basisPoints)
    if (product !== null) products.set(product, basisPoints)
  }
  return { ledger: ledgerBasisPoints, sources, products }
}

type Items = MarginQuestion['items']

/** What was bought in the selected purchases. Read only where a product has its own margin: otherwise it makes no difference. */
export function readSelectedItems(db: Connection, rules: MarginRules): ReadonlyMap<number, Items> {
  if (rules.products.size === 0) return new Map()
  const rows = db
    .prepare<[], { event_id: number; product: string; cents: number }>(
      `SELECT item.event_id, item.product, item.cents FROM temp.selected_source AS event
       CROSS JOIN revenue_item AS item ON item.event_id = event.id ORDER BY item.event_id, item.id`,
    )
    .all()
  return Map.groupBy(rows, (row) => row.event_id)
}

/** Purchases whose margin may depend on one of these rules. */
export function eventsOfRules(db: Connection, rules: readonly Pick<MarginRuleRow, 'source' | 'product'>[]): number[] {
  const bySource = db.prepare<[string], { id: number }>('SELECT id FROM revenue_event WHERE source = ?')
  const byProduct = db.prepare<[string], { id: number }>('SELECT event_id AS id FROM revenue_item WHERE product = ?')
  return rules
    .flatMap(({ source, product }) => [
      ...(source === null ? [] : bySource.all(source)),
      ...(product === null ? [] : byProduct.all(product)),
    ])
    .map((row) => row.id)
}
