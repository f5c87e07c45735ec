import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { calendarDayAt } from '../../../../shared/domain/instant.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import styles from './conversation-pane.module.css'
import { useLedgerZone } from './use-ledger-zone.ts'

/** What was written, letter by letter: never read as markup, in the direction of its own script. */
export function MessageText({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const timeZone = useLedgerZone()
  const { text, erasedAt } = detail
  if (erasedAt !== null)
    return <p className={styles.noText}>{t('text.erased', { day: format.day(calendarDayAt(erasedAt, timeZone)) })}</p>
  if (text.trim() === '') return detail.batchCount === null ? <p className={styles.noText}>{t('text.none')}</p> : null
  return <FoldedText text={text} label={t('text.label')} className={styles.message} />
}

/** It stays beyond its time, and why; let go of in one step. */
export function HeldLine({ detail: { id, holdReason } }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const release = useCommand(client.moderation.release, { done: t('done.released') })
  if (holdReason === null) return null
  return (
    <div className={styles.held}>
      <Lock size={14} aria-hidden />
      <span dir="auto">{t('text.held', { reason: holdReason })}</span>
      <Button size="s" variant="quiet" isPending={release.isRunning} onPress={() => void release.run({ id })}>
        {t('actions.release')}
      </Button>
    </div>
  )
}

/** Longer ones are folded; so much of one is shown at once. */
const SHOWN_LENGTH = 600
const SHOWN_LINES = 8

export interface FoldedTextProps {
  readonly text: string
  readonly label?: string
  readonly className: string | undefined
}

export function FoldedText({ text, label, className }: FoldedTextProps) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const [isWhole, setIsWhole] = useState(false)
  const isLong = text.length > SHOWN_LENGTH || text.split('\n', SHOWN_LINES + 1).length > SHOWN_LINES
  const shown = isLong && !isWhole ? shortened(text) : text
  return (
    <div className={className} {...(label !== undefined && { role: 'group', 'aria-label': label })}>
      <p className={cx(styles.verbatim)} dir="auto">
        {shown}
      </p>
      {isLong && (
        <div className={styles.fold}>
          <Button size="s" variant="quiet" aria-expanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
            {t(isWhole ? 'text.less' : 'text.more')}
          </Button>
          <small>{t('text.length', { count: text.length, formatted: format.number(text.length) })}</small>
        </div>
      )}
    </div>
  )
}

function shortened(text: string): string {
  const start = text.split('\n', SHOWN_LINES).join('\n')
  // Never between the two halves of one sign.
  return `${start
    .slice(0, SHOWN_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()} …`
}
