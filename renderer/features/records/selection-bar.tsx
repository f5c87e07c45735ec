import { Tags } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WorkGroup } from '../../../shared/contract/records.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import own from './records.module.css'
import type { Selection } from './use-selection.ts'

export function sumsOf(groups: readonly WorkGroup[]) {
  const total = (pick: (group: WorkGroup) => number) => groups.reduce((sum, group) => sum + pick(group), 0)
  return {
    count: total((group) => group.count),
    closedCount: total((group) => group.closedCount),
    seconds: total((group) => group.seconds),
    cents: total((group) => group.cents),
  }
}

export interface WorkAmountProps {
  readonly count: number
  readonly seconds: number
  readonly cents: number
}

/** "45 Einträge: 12,3 Stunden, 520,00 €." */
export function WorkAmount({ count, seconds, cents }: WorkAmountProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const counted = { count, formatted: format.number(count), cost: format.money(cents) }
  return seconds === 0
    ? t('assign.amountOnly', counted)
    : t('assign.amount', { ...counted, hours: format.hours(seconds) })
}

export interface SelectionBarProps {
  readonly selection: Selection<WorkGroup>
  readonly groups: readonly WorkGroup[]
  onAssign(): void
}

/** How much is chosen, under the list. */
export function SelectionBar({ selection, groups, onAssign }: SelectionBarProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { chosen } = selection
  const sums = sumsOf(chosen)
  return (
    <div className={own.selection}>
      <strong role="status">
        {t('assign.selected', { count: chosen.length, formatted: format.number(chosen.length) })}
      </strong>
      {chosen.length > 0 && (
        <span className={own.quiet}>
          <WorkAmount {...sums} />
        </span>
      )}
      {chosen.length === groups.length ? (
        <Button variant="quiet" onPress={selection.clear}>
          {t('assign.selectNone')}
        </Button>
      ) : (
        <Button variant="quiet" onPress={() => selection.add(groups)}>
          {t('assign.selectAll')}
        </Button>
      )}
      <Button variant="primary" icon={Tags} isDisabled={chosen.length === 0} onPress={onAssign}>
        {t('assign.run')}
      </Button>
    </div>
  )
}
