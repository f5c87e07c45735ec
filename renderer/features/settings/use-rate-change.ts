/** Changing a rate, and saying what that did to the cost of all hours logged. */
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../shared/contract/fields.ts'
import type { RateEffect } from '../../../shared/contract/people.ts'
import { client } from '../../lib/api.ts'
import { offerUndo } from '../../lib/undo-actions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { readTotals, type Totals } from './effect.ts'
import { type Change, useChange } from '../../lib/use-change.ts'

export interface RateChange extends Change {
  /** Sets a rate and says what that changed. */
  set(input: NewRate, label: string): Promise<Receipt | null>
}

type NewRate = Omit<Parameters<typeof client.settings.setRate>[0], 'commandId'>

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
    if (receipt) offerUndo(receipt.commandId, label, { description: describe(before, await readTotals()) })
    return receipt
  }

  /** What a preview says just before is what saving does. */
  async function set(input: NewRate, label: string): Promise<Receipt | null> {
    const effect = await client.settings.previewRate(input).catch(() => null)
    const receipt = await change.run((commandId) => client.settings.setRate({ ...input, commandId }), label, true)
    if (receipt) offerUndo(receipt.commandId, label, { description: effect === null ? undefined : sayEffect(effect) })
    return receipt
  }

  function sayEffect({ entries, seconds, centsBefore, centsAfter, closedSeconds }: RateEffect): string {
    const [before, after] = [format.moneyRounded(centsBefore), format.moneyRounded(centsAfter)]
    const open =
      entries === 0
        ? t('who.effect.doneNothing')
        : t('who.effect.done', { hours: format.hours(seconds), before, after })
    return closedSeconds === 0 ? open : `${open} ${t('who.effect.closed', { hours: format.hours(closedSeconds) })}`
  }

  return { ...change, run, set }
}
