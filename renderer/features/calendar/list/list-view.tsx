/** All posts by day, or those that have no time yet, one beneath the other. */
import { useQuery } from '@tanstack/react-query'
import { CalendarCheck } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanFilter, PlanList } from '../../../../shared/contract/calendar-fields.ts'
import { api } from '../../../lib/api.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useCalendarAddress } from '../calendar-address.ts'
import { FilteredOut, NothingPlanned } from '../filters/plan-empty.tsx'
import { usePlanSelection } from '../plan-selection.ts'
import type { ViewProps } from '../view-props.ts'
import styles from './list.module.css'
import { PlanGrid } from './plan-grid.tsx'
import { useListCommands } from './use-list-commands.ts'
import { useListPlace } from './use-list-place.ts'
import { type PlanRows, usePlanList } from './use-plan-list.ts'

const LISTS = ['all', 'undated'] as const satisfies readonly PlanList[]

export function ListView(props: ViewProps) {
  const isEmpty = useQuery(api.calendar.due.queryOptions()).data?.isEmpty === true
  if (isEmpty)
    return (
      <Card>
        <NothingPlanned />
      </Card>
    )
  return <List {...props} />
}

function List(props: ViewProps) {
  const { filter, shown, onShow } = props
  const { t } = useTranslation('ui')
  const describe = useErrorTexts()
  const { list, showList } = useShownList()
  const plan = usePlanList(list, filter)
  const { rows } = plan
  const selection = usePlanSelection(rows)
  const place = useListPlace(rows, shown, onShow)
  useListCommands(place.step)
  return (
    <Card isFlush className={styles.card}>
      <Tools list={list} filter={filter} plan={plan} onList={showList} />
      {plan.error && (
        <ErrorPanel
          error={describe(plan.error)}
          actions={
            <Button size="s" onPress={plan.retry}>
              {t('error.readAgain')}
            </Button>
          }
        />
      )}
      {plan.isLoading ? (
        <div className={styles.loading}>
          <Skeleton lines={8} height={20} />
        </div>
      ) : rows.length === 0 && plan.error === null ? (
        <Empty list={list} />
      ) : (
        <PlanGrid {...props} plan={plan} place={place} selection={selection} />
      )}
    </Card>
  )
}

/** Which of them are listed stands in the address as well. */
function useShownList() {
  const { filters } = useCalendarAddress()
  const list: PlanList = filters.get('list') === 'undated' ? 'undated' : 'all'
  const showList = useCallback(
    (next: PlanList) => filters.set({ list: next === 'all' ? undefined : next }, true),
    [filters],
  )
  return useMemo(() => ({ list, showList }), [list, showList])
}

interface ToolsProps {
  readonly list: PlanList
  readonly filter: PlanFilter
  readonly plan: PlanRows
  onList(list: PlanList): void
}

function Tools({ list, filter, plan, onList }: ToolsProps) {
  const { t } = useTranslation('calendarLists')
  const format = useFormat()
  const undated = useQuery(
    api.calendar.list.queryOptions({
      input: { list: 'undated', filter, limit: 1 },
      placeholderData: (before) => before,
    }),
  ).data?.count
  const { count } = plan
  return (
    <div className={styles.tools}>
      <Segmented
        label={t('list.which')}
        value={list}
        options={LISTS.map((value) => ({
          value,
          label: t(`list.${value}`),
          ...(value === 'undated' && typeof undated === 'number' && { count: undated }),
        }))}
        onChange={onList}
      />
      {count !== null && (
        <span role="status" className={styles.count}>
          {t('list.count', { count, formatted: format.number(count) })}
        </span>
      )}
      <span className={styles.hint}>
        <Kbd keys="j" /> <Kbd keys="k" /> {t('list.move')}
        <Kbd keys="enter" /> {t('list.open')}
        <Kbd keys="space" /> {t('list.choose')}
      </span>
    </div>
  )
}

function Empty({ list }: { readonly list: PlanList }) {
  const { t } = useTranslation('calendarLists')
  const { isFiltered } = useCalendarAddress()
  if (isFiltered) return <FilteredOut />
  if (list === 'all') return <NothingPlanned />
  return (
    <EmptyState icon={CalendarCheck} title={t('empty.undatedTitle')}>
      {t('empty.undated')}
    </EmptyState>
  )
}
