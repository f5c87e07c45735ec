/** The files of the draft, each with what it would bring. */
import { FileSpreadsheet, FileX2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FileDetails } from './file-details.tsx'
import styles from './file-list.module.css'
import { mebibyte } from './file-size.ts'
import { type PreviewedFile, type ReadableFile, toWritable, hasSomethingToWrite } from './preview-queries.ts'
import { useReasonTexts } from './reason-texts.ts'
import { removeFile, retryFile } from './staging.ts'
import { sumOf } from './sums.ts'

export interface FileListProps {
  readonly files: readonly PreviewedFile[]
  readonly isBusy: boolean
}

export function FileList({ files, isBusy }: FileListProps) {
  const { t } = useTranslation('imports')
  return (
    <Card isFlush>
      <table className={styles.table} aria-label={t('files.title')}>
        <thead>
          <tr>
            <th scope="col">{t('files.file')}</th>
            <th scope="col">{t('files.period')}</th>
            <th scope="col" className={styles.end}>
              {t('files.rows')}
            </th>
            <th scope="col" className={styles.end}>
              {t('files.sum')}
            </th>
            <th scope="col">{t('files.effect')}</th>
            <th scope="col">
              <span className={styles.spoken}>{t('files.actions')}</span>
            </th>
          </tr>
        </thead>
        {files.map((file) => (
          <tbody key={file.draft.id} aria-label={file.draft.file.name}>
            <FileRows file={file} isBusy={isBusy} />
          </tbody>
        ))}
      </table>
    </Card>
  )
}

interface FileRowsProps {
  readonly file: PreviewedFile
  readonly isBusy: boolean
}

function FileRows({ file, isBusy }: FileRowsProps) {
  const { draft, preview } = file
  const remove = <RemoveButton file={file} isBusy={isBusy} />
  if (draft.state === 'refused' || preview?.state === 'unreadable') return <UnreadableRow file={file} remove={remove} />
  if (!preview) return <PendingRow file={file} remove={remove} />
  return (
    <>
      <tr className={styles.facts}>
        <th scope="row">
          <FileName name={preview.fileName} remark={<FormatName format={preview.format} />} />
        </th>
        <ReadableCells file={file} preview={preview} />
        <td className={styles.remove}>{remove}</td>
      </tr>
      <tr className={styles.details}>
        <td colSpan={6}>
          <FileDetails draft={draft} preview={preview} isBusy={isBusy} />
        </td>
      </tr>
    </>
  )
}

function FormatName({ format }: { readonly format: string }) {
  return useReasonTexts().format(format)
}

interface FileNameProps {
  readonly name: string
  readonly remark?: React.ReactNode
  readonly isBroken?: boolean
}

function FileName({ name, remark, isBroken = false }: FileNameProps) {
  const Icon = isBroken ? FileX2 : FileSpreadsheet
  return (
    <span className={styles.name}>
      <Icon size={18} strokeWidth={1.6} className={isBroken ? styles.broken : styles.icon} aria-hidden />
      <span>
        <span className={styles.fileName}>{name}</span>
        {remark !== undefined && <small>{remark}</small>}
      </span>
    </span>
  )
}

function ReadableCells({ file, preview }: { readonly file: PreviewedFile; readonly preview: ReadableFile }) {
  const format = useFormat()
  const { period } = preview
  return (
    <>
      <td className={styles.nowrap}>{period ? format.dayRange(period.from, period.to) : '–'}</td>
      <td className={styles.end}>{format.number(preview.rows)}</td>
      <td className={styles.end}>{sumOf(preview, format)}</td>
      <td>
        <Effect file={file} preview={preview} />
      </td>
    </>
  )
}

function Effect({ file, preview }: { readonly file: PreviewedFile; readonly preview: ReadableFile }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { draft } = file
  if (preview.questions.length > 0) return <Chip tone="warn">{t('files.question')}</Chip>
  const writable = toWritable(file)
  const { newRows, changedRows, goneRows } = preview.comparison
  if (goneRows === 0 && (!writable || !hasSomethingToWrite(writable))) return <Chip>{t('files.nothing')}</Chip>
  const parts = [
    newRows > 0 && t('files.new', { n: format.number(newRows) }),
    changedRows > 0 && t('files.changed', { n: format.number(changedRows) }),
    goneRows > 0 &&
      t(draft.removeGone ? 'files.deleted' : 'files.missing', { count: goneRows, n: format.number(goneRows) }),
  ].filter((part) => part !== false)
  return <span className={styles.effect}>{parts.join(' · ')}</span>
}

function RemoveButton({ file: { draft }, isBusy }: FileRowsProps) {
  const { t } = useTranslation('imports')
  return (
    <IconButton
      label={t('files.remove', { name: draft.file.name })}
      icon={X}
      variant="quiet"
      size="s"
      isDisabled={isBusy}
      onPress={() => removeFile(draft.id)}
    />
  )
}

interface SpecialRowProps {
  readonly file: PreviewedFile
  readonly remove: React.ReactNode
}

/** On its way to the backend, or being read there. */
function PendingRow({ file: { draft }, remove }: SpecialRowProps) {
  const { t } = useTranslation('imports')
  const isLarge = draft.file.size > mebibyte
  return (
    <tr className={styles.facts}>
      <th scope="row">
        <FileName name={draft.file.name} />
      </th>
      <td colSpan={4}>
        {draft.state === 'staged' || !isLarge ? (
          <Skeleton />
        ) : (
          <Progress
            label={t('files.handingOver')}
            done={Math.round(draft.sentBytes / mebibyte)}
            total={Math.round(draft.file.size / mebibyte)}
            unit="MB"
            onCancel={() => removeFile(draft.id)}
          />
        )}
      </td>
      <td className={styles.remove}>{remove}</td>
    </tr>
  )
}

function UnreadableRow({ file: { draft, preview }, remove }: SpecialRowProps) {
  const { t } = useTranslation(['imports', 'ui'])
  const reasons = useReasonTexts()
  const failure = preview?.state === 'unreadable' ? reasons.failure(preview) : null
  const { error } = draft
  return (
    <tr className={styles.facts}>
      <th scope="row">
        <FileName name={draft.file.name} remark={t('files.unreadable')} isBroken />
      </th>
      <td colSpan={4}>
        <p className={styles.failure}>
          {failure ? failure.sentence : error && `${error.title} ${error.meaning} ${error.advice}`}
        </p>
        {failure && failure.detail !== '' && <p className={styles.failureDetail}>{failure.detail}</p>}
        {error && error.code !== 'file_too_large' && (
          <Button size="s" onPress={() => retryFile(draft.id)}>
            {t('ui:error.retry')}
          </Button>
        )}
      </td>
      <td className={styles.remove}>{remove}</td>
    </tr>
  )
}
