import { Check, Copy, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { cx } from './class-names.ts'
import styles from './error-panel.module.css'

/** What an error says: what happened, what it means for the data, what to do. */
export interface ErrorTexts {
  readonly title: string
  readonly meaning: string
  readonly advice: string
  /** For a bug report; never shown as it is. */
  readonly details: string
}

export interface ErrorPanelProps {
  readonly error: ErrorTexts
  /** What the person can do about it, e.g. a retry button. */
  readonly actions?: ReactNode
  readonly tone?: 'danger' | 'warn'
}

export function ErrorPanel({ error, actions, tone = 'danger' }: ErrorPanelProps) {
  const { t } = useTranslation('ui')
  const [isCopied, setIsCopied] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(`${error.title}\n${error.meaning}\n${error.advice}\n\n${error.details}`)
    setIsCopied(true)
  }

  return (
    <div role="alert" className={cx(styles.panel, styles[tone])}>
      <TriangleAlert size={18} aria-hidden />
      <div className={styles.texts}>
        <p className={styles.title}>{error.title}</p>
        <p>{error.meaning}</p>
        <p>{error.advice}</p>
        <div className={styles.actions}>
          {actions}
          {error.details !== '' && (
            <Button size="s" variant="quiet" icon={isCopied ? Check : Copy} onPress={() => void copy()}>
              {isCopied ? t('error.copied') : t('error.copy')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
