import { useTranslation } from 'react-i18next'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './editor.module.css'
import type { Overlap } from './use-entry-errors.ts'

export interface OverlapPanelProps {
  readonly overlaps: readonly Overlap[]
  readonly zone: string
  /** What else can be done, where it is not changing the times of the form. */
  readonly help?: string
  onChoose(choice: 'keep' | 'trim'): Promise<void>
}

/** Which entries lie at the same time, and what can be done about it. */
export function OverlapPanel({ overlaps, zone, help, onChoose }: OverlapPanelProps) {
  const { t } = useTranslation('time')
  const format = useFormat()
  return (
    <div role="alert" className={styles.panel}>
      <p>
        <b>{t('editor.overlap.title', { count: overlaps.length })}</b>
      </p>
      <ul className={styles.overlaps}>
        {overlaps.map(({ id, startedAt, endedAt, label }) => (
          <li key={id}>
            <span>
              {format.dayShort(dayAt(startedAt, zone))}, {clockAt(startedAt, zone)} –{' '}
              {endedAt === null ? t('editor.overlap.running') : clockAt(endedAt, zone)}
            </span>
            {label}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button size="s" autoFocus onPress={() => void onChoose('trim')}>
          {t('editor.overlap.trim')}
        </Button>
        <Button size="s" onPress={() => void onChoose('keep')}>
          {t('editor.overlap.keep')}
        </Button>
      </div>
      <p className={styles.help}>{help ?? t('editor.overlap.help')}</p>
    </div>
  )
}
