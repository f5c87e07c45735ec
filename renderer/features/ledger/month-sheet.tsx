import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MonthState } from '../../../shared/contract/ledger.ts'
import { firstDayOf, lastDayOf, type Month } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { linesAddress } from '../../lib/ledger-address.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { useLedgerForms } from './form-store.ts'
import styles from './ledger.module.css'

/** One month: its sums, its seal, and what was corrected of it later. */
export function MonthSheet({ month, onClose }: { readonly month: MonthState | null; onClose(): void }) {
  const format = useFormat()
  return (
    <Dialog
      kind="sheet"
      size="m"
      isOpen={month !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={month ? format.month(month.month) : ''}
      {...(month && { footer: <MonthActions month={month} onClose={onClose} /> })}
    >
      {month && <MonthFacts month={month} />}
    </Dialog>
  )
}

function MonthFacts({ month }: { readonly month: MonthState }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const { seal, corrections, reportedResultCents, presentResultCents, isReattributed } = month
  const money = (cents: number | null) => (cents === null ? t('months.noResult') : format.money(cents))
  return (
    <>
      {month.status !== 'closed' && <p className={styles.lead}>{t(`months.sheet.${month.status}`)}</p>}
      {isReattributed && <p className={styles.lead}>{t('months.reattributedHelp')}</p>}
      <KeyValues
        items={[
          { label: t('months.columns.lines'), value: format.number(month.lineCount) },
          { label: t('months.columns.cost'), value: format.money(month.costCents) },
          { label: t('months.columns.revenue'), value: format.money(month.revenueCents) },
          { label: t('months.columns.hours'), value: format.hours(month.seconds) },
          seal && { label: t('months.sheet.reported'), value: money(reportedResultCents) },
          (!seal || isReattributed) && { label: t('months.sheet.present'), value: money(presentResultCents) },
          corrections.count > 0 && {
            label: t('months.columns.corrections'),
            value: t('months.corrections', {
              count: corrections.count,
              amount: format.money(corrections.revenueCents - corrections.costCents, 'always'),
            }),
          },
        ].map((item) => item || null)}
      />
      {seal && <SealFacts seal={seal} />}
    </>
  )
}

const NO_PREVIOUS = /^0+$/

function SealFacts({ seal }: { readonly seal: NonNullable<MonthState['seal']> }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const zone = useQuery(api.settings.ledger.queryOptions()).data?.timeZone ?? 'Europe/Berlin'
  return (
    <dl className={styles.sealFacts}>
      <dt>{t('months.sheet.sealedAt')}</dt>
      <dd>{format.instant(seal.sealedAt, zone)}</dd>
      <dt>{t('months.sheet.hash')}</dt>
      <dd>
        <code className={styles.hash}>{seal.hash}</code>
      </dd>
      <dt>{t('months.sheet.previous')}</dt>
      <dd>
        {NO_PREVIOUS.test(seal.previousHash) ? (
          t('months.sheet.first')
        ) : (
          <code className={styles.hash}>{seal.previousHash}</code>
        )}
      </dd>
    </dl>
  )
}

function MonthActions({ month, onClose }: { readonly month: MonthState; onClose(): void }) {
  const { t } = useTranslation('ledger')
  const show = useLedgerForms((state) => state.show)
  const name = month.month as Month
  const { seal } = month
  return (
    <>
      {seal && (
        <span data-start>
          <Button variant="quiet" icon={Copy} onPress={() => void copy(seal.hash, t('months.sheet.copied'))}>
            {t('months.sheet.copy')}
          </Button>
        </span>
      )}
      <LinkButton href={linesAddress({ period: { from: firstDayOf(name), to: lastDayOf(name) } })}>
        {t('months.sheet.lines')}
      </LinkButton>
      {month.status === 'open' && (
        <Button
          variant="primary"
          onPress={() => {
            onClose()
            show({ kind: 'close', month: month.month })
          }}
        >
          {t('months.close')}
        </Button>
      )}
    </>
  )
}

async function copy(text: string, message: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  showToast({ message, tone: 'success' })
}
