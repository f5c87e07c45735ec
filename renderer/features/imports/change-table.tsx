import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import type { Format } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Chip } from '../../ui/chip.tsx'
import styles from './file-details.module.css'
import type { ReadableFile } from './preview-queries.ts'
import { readableLabel } from './readable-label.ts'
import { useReasonTexts } from './reason-texts.ts'

type Change = ReadableFile['changes'][number]

export interface ChangeTableProps {
  readonly changes: readonly Change[]
  /** How many there are in all; the list is cut. */
  readonly total: number
}

/** What differs from the last import, before and after. */
export function ChangeTable({ changes, total }: ChangeTableProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const tones = { changed: 'warn', gone: 'danger', new: 'accent' } as const
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles.scroller} role="group" aria-label={t('changes.title')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('changes.kind')}</th>
              <th scope="col">{t('changes.row')}</th>
              <th scope="col">{t('changes.before')}</th>
              <th scope="col">{t('changes.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change, index) => (
              <tr key={index}>
                <td>
                  <Chip tone={tones[change.kind]}>{t(`changes.kinds.${change.kind}`)}</Chip>
                  {change.isInvoiced && <small className={styles.kept}>{t('changes.locked')}</small>}
                </td>
                <td>{readableLabel(change.label, format)}</td>
                <td>
                  <Values fields={change.fields} side="before" />
                </td>
                <td>
                  <Values fields={change.fields} side="after" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > changes.length && (
        <p className={styles.line}>
          {t('problems.more', { count: total - changes.length, n: format.number(total - changes.length) })}
        </p>
      )}
    </>
  )
}

interface ValuesProps {
  readonly fields: Change['fields']
  readonly side: 'before' | 'after'
}

function Values({ fields, side }: ValuesProps) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const reasons = useReasonTexts()
  const { data: status } = useQuery(api.app.status.queryOptions())
  const timeZone = status?.ledger?.timeZone ?? 'UTC'
  return fields.map((field) => (
    <span key={field.field} className={styles.value}>
      <small>{reasons.field(field.field)}</small> {show(field)}
      {side === 'after' && field.isKept && <small className={styles.kept}>{t('changes.kept')}</small>}
    </span>
  ))

  function show({ field, unit, [side]: text }: Change['fields'][number]): string {
    if (text === '') return '–'
    if (field === 'status') return reasons.status(text)
    return unit === 'flag' ? t(text === 'true' ? 'fields.yes' : 'fields.no') : showValue(unit, text, format, timeZone)
  }
}

function showValue(unit: Change['fields'][number]['unit'], text: string, format: Format, timeZone: string): string {
  if (unit === 'cents') return format.money(Number(text))
  if (unit === 'seconds') return format.duration(Number(text))
  if (unit === 'count') return format.number(Number(text))
  if (unit === 'instant') return format.instant(Number(text), timeZone)
  return unit === 'day' ? format.day(text) : text
}
