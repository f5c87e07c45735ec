/** What is done to variants from any view; each step is one to take back. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { PostStatus } from '../../../shared/domain/post-status.ts'
import { client } from '../../lib/api.ts'
import { useChange } from '../../lib/use-change.ts'
import { useRefusal } from './use-refusal.ts'

export interface Move {
  readonly id: number
  readonly plannedAt: Instant | null
}

/** Each resolves with whether it was done; a refusal is said at the edge of the window. */
export interface PlanChanges {
  /** `label` says more of it than that it was moved. */
  move(moves: readonly Move[], label?: string): Promise<boolean>
  shift(rows: readonly PlanRow[], days: number): Promise<boolean>
  /** Resolves with the new post's number, null where it failed. */
  copy(row: PlanRow, plannedAt: Instant | null, label?: string): Promise<number | null>
  setStatus(rows: readonly PlanRow[], status: PostStatus): Promise<boolean>
  publish(row: Pick<PlanRow, 'id'>, at: Instant | null, permalink: string | null): Promise<boolean>
}

export function usePlanChanges(): PlanChanges {
  const { t } = useTranslation('calendar')
  const { run } = useChange(useRefusal())
  return useMemo(
    () => ({
      async move(moves, label = t('done.moved', { count: moves.length })) {
        const input = { moves: [...moves] }
        return (await run((commandId) => client.calendar.move({ commandId, ...input }), label)) !== null
      },
      async shift(rows, days) {
        const ids = rows.map(({ id }) => id)
        const label = t('done.shifted', { count: rows.length })
        return (await run((commandId) => client.calendar.shift({ commandId, ids, days }), label)) !== null
      },
      async copy({ id }, plannedAt, label = t('done.copied')) {
        const receipt = await run((commandId) => client.calendar.copy({ commandId, id, plannedAt }), label)
        return receipt?.recordId ?? null
      },
      async setStatus(rows, status) {
        const ids = rows.map(({ id }) => id)
        const label = t('done.status', { count: rows.length, status: t(`status.${status}`) })
        return (await run((commandId) => client.calendar.setStatus({ commandId, ids, status }), label)) !== null
      },
      async publish({ id }, at, permalink) {
        const call = (commandId: string) => client.calendar.publish({ commandId, id, at, permalink })
        return (await run(call, t('done.published'))) !== null
      },
    }),
    [run, t],
  )
}
