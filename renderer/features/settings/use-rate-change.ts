/** Changing a rate, and saying what that did to the cost of all hours logged. */
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../shared/contract/fields.ts'
import { offerUndo } from '../../lib/undo-actions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { readTotals, type Totals } from './effect.ts'
import { type Change, useChange } from './use-settings.ts'

export type RateChange = Change

export function useRateChange(errors: 'beside' | 'toast' = 'beside'): RateChange {
  const change = useChange(errors)
  const { t } = useTranslation('settings')
  const format = useFormat()

  function describe(before: Totals | null, after: Totals | null): string | undefined {
    if (!before || !after) return undefined
    const cost =
      before.labourCents === after.labourCents
        ? t('peopleDone.effectNone')
        : t('peopleDone.effect', {
            before: format.moneyRounded(before.labourCents),
            after: format.moneyRounded(after.labourCents),
          })
    const missing =
      after.unpricedSeconds === 0
        ? ''
        : `; ${t('peopleDone.effectMissing', { hours: format.hours(after.unpricedSeconds) })}`
    return `${cost}${missing}.`
  }

  async function run(call: (commandId: string) => Promise<Receipt>, label: string): Promise<Receipt | null> {
    const before = await readTotals()
    const receipt = await change.run(call, label, true)
    if (receipt) offerUndo(receipt.commandId, label, describe(before, await readTotals()))
    return receipt
  }

  return { ...change, run }
}
