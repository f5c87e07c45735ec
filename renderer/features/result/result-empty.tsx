import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLedgerSwitch } from '../../lib/use-ledger-switch.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { ChosenPeriod } from '../../lib/use-period.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ImportLink } from '../../ui/import-link.tsx'

/** A ledger without data: what belongs here and how it comes in. */
export function EmptyLedger() {
  const { t } = useTranslation('result')
  const { openSample, isSwitching } = useLedgerSwitch()

  return (
    <EmptyState
      icon={Scale}
      title={t('empty.title')}
      primary={<ImportLink>{t('empty.import')}</ImportLink>}
      secondary={
        <Button onPress={() => void openSample()} isPending={isSwitching}>
          {t('empty.sample')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}

export function EmptyPeriod({ chosen }: { readonly chosen: ChosenPeriod }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { extent } = chosen
  return (
    <EmptyState
      icon={Scale}
      title={t('nothingInPeriod.title')}
      primary={
        <Button variant="primary" onPress={() => chosen.choosePreset('all')}>
          {t('nothingInPeriod.all')}
        </Button>
      }
    >
      {extent && t('nothingInPeriod.text', { from: format.day(extent.from), to: format.day(extent.to) })}
    </EmptyState>
  )
}
