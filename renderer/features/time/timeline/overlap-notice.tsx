import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { joined } from '../../../../shared/domain/time-range.ts'
import { Button } from '../../../ui/button.tsx'
import type { EntryWords } from './entry-words.ts'
import styles from './timeline.module.css'
import { entryKey, useTimeline } from './timeline-store.ts'
import type { TimelineData } from './use-timeline-data.ts'

interface OverlapNoticeProps {
  readonly data: TimelineData
  readonly words: EntryWords
  onTrim(ids: readonly number[]): void
}

/** What is logged twice, with the way to it and out of it. */
export function OverlapNotice({ data, words, onTrim }: OverlapNoticeProps) {
  const { t } = useTranslation('time')
  const { overlaps } = data
  const [first] = overlaps
  if (!first) return null
  const twice = joined(overlaps).reduce((sum, { from, to }) => sum + to - from, 0)
  const ids = [...new Set(overlaps.flatMap((overlap) => overlap.ids))].slice(0, 200)
  return (
    <p className={styles.notice}>
      <TriangleAlert size={14} aria-hidden />
      <span>{t('overlaps.count', { count: overlaps.length, duration: words.duration(twice) })}</span>
      <Button size="s" variant="quiet" onPress={() => useTimeline.getState().select(entryKey(first.ids[1]), true)}>
        {t('overlaps.show')}
      </Button>
      <Button size="s" onPress={() => onTrim(ids)}>
        {t(overlaps.length === 1 ? 'overlaps.trim' : 'overlaps.trimAll')}
      </Button>
    </p>
  )
}
