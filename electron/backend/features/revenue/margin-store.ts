/** Margins of sources and products, with what they hold for. */
import type { Margins } from '../../../../shared/contract/revenue.ts'
import type { Connection } from '../../database/connection.ts'

type MarginRow = Margins['sources'][number]

/** The products with the most revenue. */
const MAX_PRODUCTS = 500

export function readMargins(db: Connection, ledgerBasisPoints: number | null): Margins {
  const products = readProducts(db)
  return {
    ledgerBasisPoints,
    sources: readSources(db),
    products: products.slice(0, MAX_PRODUCTS),
    hiddenProducts: Math.max(0, products.length - MAX_PRODUCTS),
    ownCount: Number(
      db
        .prepare<[]>(
          "SELECT count(*) FROM revenue_event WHERE margin_basis_points IS NOT NULL AND is_counted = 1 AND beneficiary = 'own' AND kind <> 'subscription'",
        )
        .pluck()
        .get(),
    ),
  }
}

function readSources(db: Connection): MarginRow[] {
  return db
    .prepare<[], MarginRow>(
      `SELECT event.source AS name, count(*) AS purchases,
         coalesce(sum((SELECT sum(net_cents) FROM revenue_figure WHERE event_id = event.id)), 0) AS netCents,
         (SELECT margin_basis_points FROM margin_rule WHERE source = event.source) AS ownBasisPoints
       FROM revenue_event AS event WHERE event.is_counted = 1 GROUP BY event.source ORDER BY netCents DESC, name`,
    )
    .all()
}

/** Each purchase's net is divided by the prices of what was bought; here to the cent of the sum, not of every purchase. */
function readProducts(db: Connection): MarginRow[] {
  return db
    .prepare<[], MarginRow>(
      `WITH total AS (SELECT event_id, sum(cents) AS cents, count(*) AS count FROM revenue_item GROUP BY event_id),
         net AS (SELECT event_id, sum(net_cents) AS cents FROM revenue_figure GROUP BY event_id),
         part AS (
           SELECT item.product, item.event_id,
             net.cents * CASE WHEN total.cents = 0 THEN 1.0 / total.count ELSE item.cents * 1.0 / total.cents END AS cents
           FROM revenue_item AS item JOIN total USING (event_id) JOIN net USING (event_id))
       SELECT product AS name, count(DISTINCT event_id) AS purchases, CAST(round(sum(cents)) AS INTEGER) AS netCents,
         (SELECT margin_basis_points FROM margin_rule WHERE product = part.product) AS ownBasisPoints
       FROM part GROUP BY product ORDER BY netCents DESC, name`,
    )
    .all()
}

export function setMargin(
  db: Connection,
  of: { readonly source: string } | { readonly product: string },
  basisPoints: number | null,
): void {
  const source = 'source' in of ? of.source : null
  const product = 'product' in of ? of.product : null
  if (basisPoints === null) {
    db.prepare<[string | null, string | null]>('DELETE FROM margin_rule WHERE source IS ? AND product IS ?').run(
      source,
      product,
    )
    return
  }
  const { changes } = db
    .prepare<[number, string | null, string | null]>(
      'UPDATE margin_rule SET margin_basis_points = ? WHERE source IS ? AND product IS ?',
    )
    .run(basisPoints, source, product)
  if (changes > 0) return
  db.prepare<[string | null, string | null, number]>(
    'INSERT INTO margin_rule (source, product, margin_basis_points) VALUES (?, ?, ?)',
  ).run(source, product, basisPoints)
}
