import { useTranslation } from 'react-i18next'
import type { BudgetKind } from '../../../shared/contract/planning.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { firstDayOf, lastDayOf, type Month } from '../../../shared/domain/day.ts'
import { linesAddress } from '../../lib/ledger-address.ts'
import { TextLink } from '../../ui/link-button.tsx'
import { Money } from '../../ui/money.tsx'
import { BUDGET_KINDS } from './budget-model.ts'
import type { BudgetState } from './use-budget.ts'

export interface ActualLinkProps {
  readonly state: BudgetState
  readonly kinds: readonly BudgetKind[]
  /** Null: of no campaign. Absent: the campaign of the view, or all. */
  readonly campaignId?: number | null
  readonly name: string
  readonly cents: number
}

export function actualAddress({ state, kinds, campaignId }: Omit<ActualLinkProps, 'name' | 'cents'>, month?: string) {
  const { year, view } = state
  const period = month
    ? { from: firstDayOf(month as Month), to: lastDayOf(month as Month) }
    : { from: `${year}-01-01` as Day, to: `${year}-12-31` as Day }
  const campaign = campaignId === undefined ? (view.campaignId ?? undefined) : campaignId
  return linesAddress({
    period,
    kinds: [...kinds],
    ...(!view.isAllCosts && { scope: 'social' as const }),
    ...(campaign !== undefined && { campaignId: campaign }),
  })
}

/** What was spent, leading to its lines. */
export function ActualLink({ name, cents, ...place }: ActualLinkProps) {
  const { t } = useTranslation('planning')
  if (cents === 0) return <Money cents={null} />
  const kinds = place.kinds.length === 0 ? BUDGET_KINDS : place.kinds
  return (
    <TextLink isFigure href={actualAddress({ ...place, kinds })} aria-label={t('summary.openLines', { name })}>
      <Money cents={cents} isRounded />
    </TextLink>
  )
}
