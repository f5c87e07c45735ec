import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/contract/ledger.ts'
import { divideRounded } from '../../../shared/domain/money.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { expenseAddress, purchaseAddress } from '../../lib/ledger-address.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { LinkButton } from '../../ui/link-button.tsx'

/** One line with all it knows, and the way to where it came from. */
export function LineSheet({ line, onClose }: { readonly line: LedgerLine | null; onClose(): void }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  return (
    <Dialog
      kind="sheet"
      size="m"
      isOpen={line !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={line ? t('line.title', { day: format.day(line.day) }) : ''}
      {...(line && { footer: <SourceActions line={line} /> })}
    >
      {line && <LineDetails line={line} />}
    </Dialog>
  )
}

function LineDetails({ line }: { readonly line: LedgerLine }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const item = (label: string, value: string | null) => (value === null || value === '' ? null : { label, value })
  const isLabour = line.kind === 'labour' && line.seconds > 0
  const rate = isLabour && line.isPriced ? format.money(divideRounded(line.cents * 3600, line.seconds)) : null
  return (
    <KeyValues
      items={[
        item(t('columns.kind'), t(`kinds.${line.kind}`)),
        item(t('columns.amount'), line.isPriced ? format.money(line.cents) : t('line.unpriced')),
        item(t('columns.hours'), isLabour ? format.duration(line.seconds) : null),
        item(t('line.rate'), rate),
        item(t('columns.text'), line.description),
        item(t('columns.person'), line.person),
        item(t('columns.activity'), line.activity && activityNames(format.language)[line.activity]),
        item(t('columns.channel'), line.channel),
        item(t('columns.campaign'), line.campaign),
        item(t('line.scope'), t(`filter.${line.scope}`)),
        item(t('line.source'), t(`line.sources.${line.source.kind}`)),
      ]}
    />
  )
}

function SourceActions({ line }: { readonly line: LedgerLine }) {
  const { t } = useTranslation('ledger')
  const { source } = line
  return (
    <>
      {source.batchId !== null && (
        <LinkButton href="/imports?tab=history">{t('line.import', { id: source.batchId })}</LinkButton>
      )}
      {source.kind === 'expense' && <LinkButton href={expenseAddress(source.id)}>{t('line.expense')}</LinkButton>}
      {source.kind === 'revenue' && <LinkButton href={purchaseAddress(source.id)}>{t('line.purchase')}</LinkButton>}
    </>
  )
}
