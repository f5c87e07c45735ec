import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Understanding } from '../../../../shared/contract/time-entries.ts'
import { useFormat } from '../../../lib/use-format.ts'
import styles from './quick-entry.module.css'

/** A screen reader is told once typing pauses, not at every letter. */
const pauseMs = 600

export interface LiveTextProps {
  readonly understanding: Understanding | null
  readonly isCurrent: boolean
}

/** What was understood, for ears. */
export function LiveText({ understanding, isCurrent }: LiveTextProps) {
  const { t } = useTranslation('quickEntry')
  const format = useFormat()
  const [said, setSaid] = useState('')
  const parts = format.list(understanding?.parts.map(({ text }) => text) ?? [])
  const sentence =
    understanding === null
      ? ''
      : parts === ''
        ? t('nothingUnderstood')
        : t(understanding.entry ? 'understoodAll' : 'understood', { parts })
  useEffect(() => {
    if (!isCurrent && sentence !== '') return undefined
    const timer = setTimeout(() => setSaid(sentence), pauseMs)
    return () => clearTimeout(timer)
  }, [sentence, isCurrent])
  return (
    <p role="status" className={styles.live}>
      {said}
    </p>
  )
}
