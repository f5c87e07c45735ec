import { useQuery } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MonthState } from '../../../shared/contract/ledger.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { LedgerTabs } from '../../ui/section-tabs.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLedgerForms } from './form-store.ts'
import styles from './ledger.module.css'
import { MonthTable } from './month-table.tsx'
import { SealsCard } from './seals-card.tsx'

/** Months with their seals, and the way to close the next one. */
export function MonthsPage() {
  const { t } = useTranslation('ledger')
  const months = useQuery(api.ledger.months.queryOptions())
  const states = months.data?.months
  return (
    <Page title={t('months.title')} titleAside={<LedgerTabs />} actions={states && <CloseNext months={states} />}>
      <div className={styles.months}>
        <MonthsBody months={states} emptyMonths={months.data?.emptyMonths ?? 0} error={months.error} />
        <Stack>
          <SealsCard />
          <Card title={t('months.about')}>
            <div className={styles.about}>
              <p>{t('months.aboutText')}</p>
              <p>{t('months.aboutChain')}</p>
            </div>
          </Card>
        </Stack>
      </div>
    </Page>
  )
}

interface MonthsBodyProps {
  readonly months: readonly MonthState[] | undefined
  readonly emptyMonths: number
  readonly error: Error | null
}

function MonthsBody({ months, emptyMonths, error }: MonthsBodyProps) {
  const { t } = useTranslation('ledger')
  const describe = useErrorTexts()
  if (!months) return error ? <ErrorPanel error={describe(error)} /> : <Skeleton lines={8} />
  if (months.length === 0) {
    return (
      <Card>
        <EmptyState icon={LockKeyhole} title={t('months.empty.title')}>
          {t('months.empty.text')}
        </EmptyState>
      </Card>
    )
  }
  return (
    <Stack>
      {emptyMonths > 0 && <p>{t('months.emptyLeftOut', { count: emptyMonths })}</p>}
      <MonthTable months={months} />
    </Stack>
  )
}

/** The oldest open month comes next. */
function CloseNext({ months }: { readonly months: readonly MonthState[] }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const show = useLedgerForms((state) => state.show)
  const next = months.findLast((state) => state.status === 'open')
  if (!next) return null
  return (
    <Button variant="primary" icon={LockKeyhole} onPress={() => show({ kind: 'close', month: next.month })}>
      {t('months.closeNext', { month: format.month(next.month) })}
    </Button>
  )
}
