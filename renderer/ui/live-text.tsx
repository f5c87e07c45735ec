import { useEffect, useState } from 'react'
import styles from './live-text.module.css'

/** A screen reader is told once typing pauses, not at every letter. */
const pauseMs = 600

export interface LiveTextProps {
  readonly text: string
  /** It answers to what is typed now. */
  readonly isCurrent: boolean
}

/** What was understood of what is typed, for ears. */
export function LiveText({ text, isCurrent }: LiveTextProps) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!isCurrent && text !== '') return undefined
    const timer = setTimeout(() => setSaid(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, isCurrent])
  return (
    <p role="status" className={styles.live}>
      {said}
    </p>
  )
}
