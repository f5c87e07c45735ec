/** Asks the ledger whether its sums add up, and says it in words. */
import { CircleCheck, ListChecks } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '../../../shared/contract/ledger.ts'
import { useVerify } from '../../lib/use-verify.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Stack } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import styles from './settings.module.css'

type Check = VerifyReport['checks'][number]

export function VerifyCard() {
  const { t } = useTranslation('settings')
  const { report, error, isRunning, run } = useVerify()

  return (
    <Card title={t('data.verify')}>
      <Stack>
        <p className={styles.lead}>{t('data.verifyHelp')}</p>
        <div>
          <Button icon={ListChecks} isPending={isRunning} onPress={() => void run()}>
            {t('data.verifyRun')}
          </Button>
        </div>
        {error && <ErrorPanel error={error} />}
        <div aria-live="polite" className={styles.live}>
          {report && <Outcome report={report} />}
        </div>
      </Stack>
    </Card>
  )
}

function Outcome({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('settings')
  if (report.isSound) {
    return (
      <p className={styles.sound}>
        <CircleCheck size={16} aria-hidden />
        {t('data.verifySound', { count: report.checks.length })}
      </p>
    )
  }
  const details = report.checks.map(({ name, isPassed, detail }) => `${name}: ${isPassed ? 'ok' : detail}`).join('\n')
  return (
    <Stack>
      <ErrorPanel error={{ title: t('data.verifyUnsound'), meaning: '', advice: '', details }} />
      <ChecksTable checks={report.checks} />
    </Stack>
  )
}

function ChecksTable({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useTranslation(['settings', 'ledger'])
  const columns = useMemo((): Column<Check>[] => {
    const nameOf = (name: string) => t(`ledger:verify.checks.${name as 'references'}`, t('data.unknownCheck'))
    return [
      { id: 'name', header: t('data.check'), isRowHeader: true, cell: ({ name }) => nameOf(name) },
      {
        id: 'outcome',
        header: t('data.outcome'),
        align: 'end',
        cell: ({ isPassed, detail }) => (
          <Chip tone={isPassed ? 'return' : 'danger'}>
            {isPassed
              ? t('data.passed')
              : Number.isInteger(Number(detail))
                ? t('ledger:verify.failed', { count: Number(detail) })
                : detail}
          </Chip>
        ),
      },
    ]
  }, [t])
  return <Table label={t('data.verifyTable')} columns={columns} rows={checks} rowKey={({ name }) => name} />
}
