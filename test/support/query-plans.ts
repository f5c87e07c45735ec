/** The plans of the statements that reads really run. */
import type { DirectHost } from './direct-host.ts'

export interface QueryPlan {
  readonly sql: string
  readonly details: readonly string[]
}

/** The plan of each statement that is read with on the way. */
export async function plansOf(host: DirectHost, ask: () => Promise<unknown>): Promise<QueryPlan[]> {
  const { reader } = host.backend.ledger
  const asked = new Set<string>()
  const prepare = reader.prepare.bind(reader)
  reader.prepare = (sql: string) => {
    asked.add(sql)
    return prepare(sql)
  }
  try {
    await ask()
  } finally {
    reader.prepare = prepare
  }
  return [...asked].map((sql) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map((match) => [match[1], ''] as const)
    const values = names.length > 0 ? [Object.fromEntries(names)] : Array.from(sql.match(/\?/g) ?? [], () => '')
    const rows = reader.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]
    return { sql, details: rows.map((row) => row.detail) }
  })
}

/** The steps of the plans of everything that is read on the way. */
export async function planSteps(host: DirectHost, ask: () => Promise<unknown>): Promise<string[]> {
  return (await plansOf(host, ask)).flatMap(({ details }) => details)
}
