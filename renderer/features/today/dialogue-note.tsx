/** How much of the work on channels was conversation, beside how much it usually is. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import type { Period } from '../../../shared/domain/day.ts'
import { dialogueShareOf } from '../../../shared/domain/dialogue-share.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './today.module.css'

interface DialogueNoteProps {
  readonly labour: ResultSummary['labourByActivity']
  readonly extent: Period
}

export function DialogueNote({ labour, extent }: DialogueNoteProps) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const all = useQuery(api.result.summary.queryOptions({ input: { period: extent, model: 'last', by: 'channel' } }))
  const share = ratioOf(labour)
  const usual = all.data ? ratioOf(all.data.labourByActivity) : null
  if (share === null) return null
  return (
    <div className={styles.dialogue}>
      <h3>{t('dialogue.title')}</h3>
      <p>
        {t('dialogue.sentence', { share: format.percent(share) })}
        {usual !== null && ` ${t('dialogue.compared', { share: format.percent(usual) })}`}
      </p>
      <p className={styles.remark}>{t('dialogue.help')}</p>
    </div>
  )
}

function ratioOf(labour: ResultSummary['labourByActivity']): number | null {
  const share = dialogueShareOf(labour)
  return share && share.dialogueSeconds / share.channelSeconds
}
