import type { TFunction } from 'i18next'
import type { LedgerLine } from '../../../shared/contract/ledger.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import type { Format } from '../../lib/format.ts'
import list from '../../ui/list-view.module.css'
import { Money } from '../../ui/money.tsx'
import { Shortened } from '../../ui/shortened.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { lineText } from './line-text.ts'
import styles from './ledger.module.css'
import { CorrectionChip, SealMark } from './line-marks.tsx'

export function lineColumns(format: Format, t: TFunction<'ledger'>): Column<LedgerLine>[] {
  const names = activityNames(format.language)
  return [
    {
      id: 'day',
      header: t('columns.day'),
      cell: (line) => (
        <span className={styles.marked}>
          {format.day(line.day)}
          <SealMark isSealed={line.isSealed} />
        </span>
      ),
    },
    { id: 'kind', header: t('columns.kind'), cell: (line) => t(`kinds.${line.kind}`) },
    {
      id: 'text',
      header: t('columns.text'),
      isRowHeader: true,
      width: '99%',
      cell: (line) => (
        <span className={styles.marked}>
          <Shortened text={lineText(line, t) || line.campaign || '–'} />
          <CorrectionChip line={line} />
        </span>
      ),
    },
    { id: 'channel', header: t('columns.channel'), cell: (line) => line.channel ?? dash },
    { id: 'activity', header: t('columns.activity'), cell: (line) => (line.activity ? names[line.activity] : dash) },
    {
      id: 'person',
      header: t('columns.person'),
      cell: (line) => (line.person ? <Shortened text={line.person} /> : dash),
    },
    {
      id: 'hours',
      header: t('columns.hours'),
      align: 'end',
      cell: (line) => (line.seconds === 0 ? dash : format.duration(line.seconds)),
    },
    { id: 'amount', header: t('columns.amount'), align: 'end', cell: (line) => <Amount line={line} t={t} /> },
  ]
}

const dash = <span className={list.dash}>–</span>

function Amount({ line, t }: { readonly line: LedgerLine; readonly t: TFunction<'ledger'> }) {
  if (!line.isPriced) return <span className={list.dash}>{t('line.unpriced')}</span>
  return <Money cents={line.cents} tone={line.kind === 'revenue' && line.cents > 0 ? 'return' : 'neutral'} />
}
