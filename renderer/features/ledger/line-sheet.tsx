import { useQuery } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerLine, LineDetails } from '../../../shared/contract/ledger.ts'
import { divideRounded } from '../../../shared/domain/money.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { lineText } from './line-text.ts'
import styles from './ledger.module.css'
import { LineActions } from './line-actions.tsx'
import { CorrectionChip } from './line-marks.tsx'
import { RelatedLines } from './related-lines.tsx'

/** One line with all it knows, what belongs to it, and the way to where it came from. */
export function LineSheet({ line, onClose }: { readonly line: LedgerLine | null; onClose(): void }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  // Lines that belong together are opened in the same sheet, one after the other.
  const [walk, setWalk] = useState<{ readonly from: number; readonly ids: readonly number[] }>({ from: 0, ids: [] })
  const path = walk.from === line?.id ? walk.ids : []
  const walkTo = (ids: readonly number[]) => setWalk({ from: line?.id ?? 0, ids })
  const id = path.at(-1) ?? line?.id ?? 0
  const details = useQuery(api.ledger.line.queryOptions({ input: { id }, enabled: line !== null }))
  const shown = details.data?.line.id === id ? details.data : undefined
  return (
    <Dialog
      kind="sheet"
      size="m"
      isOpen={line !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={line ? t('line.title', { day: format.day(shown?.line.day ?? line.day) }) : ''}
      {...(shown && {
        footer: (
          <LineActions
            details={shown}
            onClose={onClose}
            {...(path.length > 0 && { onBack: () => walkTo(path.slice(0, -1)) })}
          />
        ),
      })}
    >
      <SheetBody details={shown} error={details.error} onOpen={(related) => walkTo([...path, related.id])} />
    </Dialog>
  )
}

interface SheetBodyProps {
  readonly details: LineDetails | undefined
  readonly error: Error | null
  onOpen(line: LedgerLine): void
}

function SheetBody({ details, error, onOpen }: SheetBodyProps) {
  const describe = useErrorTexts()
  if (!details) return error ? <ErrorPanel error={describe(error)} /> : <Skeleton lines={6} />
  return (
    <>
      <SealNote line={details.line} />
      <Facts details={details} />
      <RelatedLines related={details.related} onOpen={onOpen} />
    </>
  )
}

function SealNote({ line }: { readonly line: LedgerLine }) {
  const { t } = useTranslation('ledger')
  if (!line.isSealed) return null
  return (
    <p className={styles.sealNote}>
      <LockKeyhole size={14} aria-hidden />
      <span>{t(line.kind === 'revenue' ? 'line.sealedRevenueNote' : 'line.sealedNote')}</span>
    </p>
  )
}

function Facts({ details }: { readonly details: LineDetails }) {
  const { line, post, client, department } = details
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const item = (label: string, value: React.ReactNode) => (value === null || value === '' ? null : { label, value })
  const isLabour = line.kind === 'labour' && line.seconds !== 0
  const rate = isLabour && line.isPriced ? format.money(divideRounded(line.cents * 3600, line.seconds)) : null
  return (
    <KeyValues
      items={[
        item(
          t('columns.kind'),
          <span className={styles.marked}>
            {t(`kinds.${line.kind}`)} <CorrectionChip line={line} />
          </span>,
        ),
        item(t('columns.amount'), line.isPriced ? format.money(line.cents) : t('line.unpriced')),
        item(t('columns.hours'), isLabour ? format.duration(line.seconds) : null),
        item(t('line.rate'), rate),
        item(t('line.forDay'), line.forDay && format.day(line.forDay)),
        item(t('columns.text'), lineText(line, t)),
        item(t('columns.person'), line.person),
        item(t('columns.activity'), line.activity && activityNames(format.language)[line.activity]),
        item(t('columns.channel'), line.channel),
        item(t('columns.campaign'), line.campaign),
        item(t('line.post'), post),
        item(t('line.client'), client),
        item(t('line.department'), department),
        item(t('line.scope'), t(`filter.${line.scope}`)),
        item(t('line.source'), t(`line.sources.${line.source.kind}`)),
      ]}
    />
  )
}
