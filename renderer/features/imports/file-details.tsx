/** What should be known about one file before it is imported: questions, changes, rows that stay out. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Switch } from '../../ui/switch.tsx'
import { ChangeTable } from './change-table.tsx'
import { CopyRows } from './copy-rows.tsx'
import { type DraftFile, updateFile } from './draft-store.ts'
import styles from './file-details.module.css'
import { fileSize } from './file-size.ts'
import { Fold } from '../../ui/fold.tsx'
import { OwnerSelect } from './owner-select.tsx'
import type { ReadableFile } from './preview-queries.ts'
import { readableLabel } from './readable-label.ts'
import { ReadingAnswers, ReadingQuestion } from './reading-question.tsx'
import { currenciesOf } from './problem-kinds.ts'
import { useReasonTexts } from './reason-texts.ts'

export interface FileDetailsProps {
  readonly draft: DraftFile
  readonly preview: ReadableFile
  readonly isBusy: boolean
}

export function FileDetails({ draft, preview, isBusy }: FileDetailsProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { comparison, uncounted, closedRows, untimedRows, keptRows, invoicedRows } = preview
  const line = (key: 'untimed' | 'uncounted' | 'closed' | 'kept' | 'invoiced', count: number) =>
    count > 0 && <p className={styles.line}>{t(`files.${key}`, { count, n: format.number(count) })}</p>
  return (
    <div className={styles.details}>
      {preview.questions.map((question) => (
        <ReadingQuestion key={question.kind} draft={draft} question={question} isDisabled={isBusy} />
      ))}
      <ReadingAnswers draft={draft} isDisabled={isBusy} />
      <Known preview={preview} />
      {preview.recordKind === 'order' && <OwnerSelect draft={draft} isDisabled={isBusy} />}
      {line('untimed', untimedRows)}
      {line('uncounted', uncounted)}
      {line('closed', closedRows)}
      {line('kept', keptRows)}
      {line('invoiced', invoicedRows)}
      {(comparison.changedRows > 0 || comparison.goneRows > 0 || invoicedRows > 0) && (
        <Changes draft={draft} preview={preview} isBusy={isBusy} />
      )}
      <Problems preview={preview} />
      <NearDuplicates preview={preview} />
      <Remarks preview={preview} />
    </div>
  )
}

/** A file that was imported before says so first: nothing will be counted twice. */
function Known({ preview: { comparison, rows, recordKind } }: Pick<FileDetailsProps, 'preview'>) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  if (rows === 0) return <p className={styles.line}>{t('files.noRows')}</p>
  if (comparison.sameRows === 0) return null
  const key = comparison.sameRows === rows ? 'files.allSame' : 'files.same'
  const counts = { count: comparison.sameRows, n: format.number(comparison.sameRows) }
  return <p className={styles.line}>{t(`${key}.${recordKind}`, counts)}</p>
}

function Changes({ draft, preview, isBusy }: FileDetailsProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { changedRows, goneRows, newRows } = preview.comparison
  const { invoicedRows } = preview
  // Read otherwise, other rows may be gone: nothing is to be deleted on a guess.
  const canRemove = goneRows > 0 && preview.questions.length === 0
  const counts = [
    changedRows > 0 && t('changes.changed', { count: changedRows, n: format.number(changedRows) }),
    newRows > 0 && t('changes.new', { count: newRows, n: format.number(newRows) }),
    goneRows > 0 && t('changes.gone', { count: goneRows, n: format.number(goneRows) }),
    invoicedRows > 0 && t('changes.invoiced', { count: invoicedRows, n: format.number(invoicedRows) }),
  ].filter((part) => part !== false)
  return (
    <div className={styles.changes}>
      <Fold summary={t('changes.summary', { list: format.list(counts) })} isOpen={preview.changes.length <= 12}>
        <ChangeTable changes={preview.changes} total={changedRows + goneRows + newRows + invoicedRows} />
      </Fold>
      {changedRows > 0 && (
        <Switch
          isSelected={draft.applyChanged}
          isDisabled={isBusy}
          onChange={(applyChanged) => updateFile(draft.id, { applyChanged })}
          description={t('changes.applyHint')}
        >
          {t('changes.apply')}
        </Switch>
      )}
      {canRemove && (
        <Switch
          isSelected={draft.removeGone}
          isDisabled={isBusy}
          onChange={(removeGone) => updateFile(draft.id, { removeGone })}
          description={t('changes.removeHint')}
        >
          {t('changes.remove', { count: goneRows, n: format.number(goneRows) })}
        </Switch>
      )}
    </div>
  )
}

const openUpTo = 12

function Problems({ preview }: Pick<FileDetailsProps, 'preview'>) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const reasons = useReasonTexts()
  const { problems, problemCount } = preview
  if (problemCount === 0) return null
  const header = [t('problems.line'), t('problems.column'), t('problems.value'), t('problems.reason')]
  const rows = problems.map((problem) => [
    String(problem.line),
    problem.column,
    problem.value,
    reasons.problem(problem),
  ])
  const counts = { count: problemCount, n: format.number(problemCount) }
  // Where all are in another currency, one sentence says it for all of them.
  const currencies = problemCount === problems.length ? currenciesOf(problems) : null
  const summary = currencies
    ? t('problems.currency', { ...counts, list: format.list(currencies) })
    : t('problems.summary', counts)
  return (
    <Fold summary={summary} tone="warn" isOpen={currencies === null && problemCount <= openUpTo}>
      <PlainTable label={summary} header={header} rows={rows} />
      <More listed={rows.length} total={problemCount} />
      <CopyRows rows={[header, ...rows]} />
    </Fold>
  )
}

function NearDuplicates({ preview: { nearDuplicates } }: Pick<FileDetailsProps, 'preview'>) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const count = nearDuplicates.length
  if (count === 0) return null
  const rows = nearDuplicates.map(({ line, label, existing }) => [
    String(line),
    readableLabel(label, format),
    readableLabel(existing, format),
  ])
  const summary = t('nearDuplicates.summary', { count })
  return (
    <Fold summary={summary} tone="warn">
      <p className={styles.line}>{t('nearDuplicates.explanation')}</p>
      <PlainTable
        label={summary}
        header={[t('problems.line'), t('nearDuplicates.inFile'), t('nearDuplicates.inLedger')]}
        rows={rows}
      />
    </Fold>
  )
}

/** Nothing to worry about: rows left out on purpose, notes, how the file was read. */
function Remarks({ preview }: Pick<FileDetailsProps, 'preview'>) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const reasons = useReasonTexts()
  const { leftOut, leftOutCount, notes } = preview
  return (
    <div className={styles.remarks}>
      {leftOutCount > 0 && (
        <Fold summary={t('leftOut.summary', { count: leftOutCount, n: format.number(leftOutCount) })}>
          <PlainTable
            label={t('leftOut.title')}
            header={[t('problems.line'), t('problems.reason'), t('leftOut.text')]}
            rows={leftOut.map((row) => [String(row.line), reasons.leftOut(row.reason), row.text])}
          />
          <More listed={leftOut.length} total={leftOutCount} />
        </Fold>
      )}
      {notes.length > 0 && (
        <Fold summary={t('notes.summary', { count: notes.length })}>
          <PlainTable
            label={t('notes.title')}
            header={[t('problems.line'), t('notes.text'), t('notes.what')]}
            rows={notes.map((note) => [
              note.line === 0 ? '–' : String(note.line),
              note.value,
              reasons.note(note.reason),
            ])}
          />
        </Fold>
      )}
      <Fold summary={t('reading.summary')}>
        <p className={styles.line}>
          {t('reading.text', { size: fileSize(preview.bytes, format), encoding: preview.encoding.toUpperCase() })}
          {preview.recordKind === 'order' && ` ${t('reading.orderSum')}`}
        </p>
      </Fold>
    </div>
  )
}

function More({ listed, total }: { readonly listed: number; readonly total: number }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  if (total <= listed) return null
  return (
    <p className={styles.line}>{t('problems.more', { count: total - listed, n: format.number(total - listed) })}</p>
  )
}

interface PlainTableProps {
  readonly label: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function PlainTable({ label, header, rows }: PlainTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles.scroller} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {header.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
