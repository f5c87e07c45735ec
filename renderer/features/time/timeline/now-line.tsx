import { useTranslation } from 'react-i18next'
import { type DayScale, offsetOf } from './day-scale.ts'
import type { EntryWords } from './entry-words.ts'
import styles from './timeline.module.css'
import { useNow } from '../../../lib/use-now.ts'

interface NowLineProps {
  readonly scale: DayScale
  readonly axisTop: number
  readonly words: EntryWords
}

export function NowLine({ scale, axisTop, words }: NowLineProps) {
  const { t } = useTranslation('time')
  const now = useNow()
  const top = offsetOf(scale, now) - axisTop
  if (now < scale.start || now >= scale.end) return null
  return (
    <div
      className={styles.nowLine}
      style={{ top: `calc(${top} * var(--hour))` }}
      role="img"
      aria-label={t('timeline.now', { time: words.clock(now) })}
    />
  )
}
