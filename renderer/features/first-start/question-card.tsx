import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import styles from './first-start.module.css'

export interface QuestionCardProps {
  readonly number: number
  readonly title: string
  /** Why it is asked. */
  readonly reason?: string
  readonly children: ReactNode
}

export function QuestionCard({ number, title, reason, children }: QuestionCardProps) {
  const heading = (
    <span className={styles.heading}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      {title}
    </span>
  )
  return (
    <Card title={heading}>
      <div className={styles.question}>
        {reason !== undefined && <p className={styles.reason}>{reason}</p>}
        {children}
      </div>
    </Card>
  )
}
