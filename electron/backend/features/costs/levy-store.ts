/** The artists' social levy beside a creative service: an expense of its own that follows the service. */
import type { ExpenseInput } from '../../../../shared/contract/costs.ts'
import { isLevyCountry, levyOn, paidInYear } from '../../../../shared/domain/artists-levy.ts'
import type { RecurringCost } from '../../../../shared/domain/spreading.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { addExpense, updateExpense } from './expense-store.ts'

export interface LevyChoice {
  readonly name: string
}

/** Books, changes or removes the levy of a service; absent: it stays, but follows the service where there is one. */
export function settleLevy(
  db: Connection,
  serviceId: number,
  choice: LevyChoice | null | undefined,
  settings: StoredSettings,
): void {
  const levy = db
    .prepare<[number], { id: number; name: string }>('SELECT id, name FROM expense WHERE levy_of_expense_id = ?')
    .get(serviceId)
  const service = readService(db, serviceId)
  const name = choice?.name ?? levy?.name
  const isWanted = choice === undefined ? levy !== undefined : choice !== null
  if (!isWanted || name === undefined || !service.isCreative) {
    if (levy) db.prepare<[number]>('DELETE FROM expense WHERE id = ?').run(levy.id)
    return
  }
  if (!isLevyCountry(settings.holidayRegion.country, settings.currency))
    throw expected('invalid_value', { field: 'levy', reason: 'levy_not_here' })
  const draft = levyDraft(service, name)
  if (levy) updateExpense(db, levy.id, draft, settings.currency)
  else addExpense(db, draft, settings.currency, serviceId)
}

interface Service extends Omit<ExpenseInput, 'foreign' | 'isCreative'> {
  readonly isCreative: 0 | 1
}

function readService(db: Connection, id: number): Service {
  const row = db
    .prepare<[number], Service>(
      `SELECT kind, name, cents, starts_on AS startsOn, ends_on AS endsOn, repetition, channel_id AS channelId, campaign_id AS campaignId,
         client_id AS clientId, department_id AS departmentId, post_id AS postId, scope, is_creative AS isCreative, note
       FROM expense WHERE id = ?`,
    )
    .get(id)
  if (!row) throw expected('not_found', { what: 'expense', id })
  return row
}

function levyDraft(service: Service, name: string): ExpenseInput {
  const cents = levyOn(service.cents, Number(service.startsOn.slice(0, 4)))
  if (cents < 1) throw expected('invalid_value', { field: 'levy', reason: 'levy_is_nothing' })
  return { ...service, kind: 'levy', name, cents, foreign: null, isCreative: false, note: '' }
}

/** What is paid for creative services in a calendar year, by the days payments are due. */
export function creativeServices(db: Connection, year: number): { cents: number; count: number } {
  const rows = db
    .prepare<[], RecurringCost>(
      'SELECT cents, starts_on AS startsOn, ends_on AS endsOn, repetition FROM expense WHERE is_creative = 1',
    )
    .all()
  const paid = rows.map((row) => paidInYear(row, year)).filter((cents) => cents !== 0)
  return { cents: paid.reduce((sum, cents) => sum + cents, 0), count: paid.length }
}
