import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Chip } from '../../ui/chip.tsx'
import styles from './file-details.module.css'
import type { ReadableFile } from './preview-queries.ts'

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
      <div className={styles.scroller} role="region" aria-label={t('changes.title')} tabIndex={0}>
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
                </td>
                <td>{change.label}</td>
                <td>{change.before}</td>
                <td>{change.after}</td>
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
