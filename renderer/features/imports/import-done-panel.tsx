import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { useDraft } from './draft-store.ts'
import styles from './import-done-panel.module.css'
import { useCountTexts } from './use-count-texts.ts'

/** After an import, until it is taken back or the next one begins: what came in, and where it leads. */
export function ImportDonePanel() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const texts = useCountTexts()
  const done = useDraft((draft) => draft.done)
  const { data: batches } = useQuery(api.imports.batches.queryOptions())
  const { data: status } = useQuery(api.app.status.queryOptions())
  if (!done || !batches || !done.batchIds.every((id) => batches.some((batch) => batch.id === id))) return null
  const isWithoutMargin = status?.ledger?.marginBasisPoints === null
  return (
    <Card>
      <div className={styles.panel}>
        <span className={styles.mark}>
          <Check size={20} aria-hidden />
        </span>
        <div className={styles.texts}>
          <Sentence
            size="s"
            detail={
              done.idleFiles > 0
                ? t('done.idle', { count: done.idleFiles, n: format.number(done.idleFiles) })
                : undefined
            }
          >
            {t('done.sentence', { list: texts.list(done.counts) })}
          </Sentence>
          <p className={styles.question}>{t(isWithoutMargin ? 'done.questionWithoutMargin' : 'done.question')}</p>
        </div>
        <div className={styles.actions}>
          <LinkButton href="/imports?tab=history">{t('done.history')}</LinkButton>
          <LinkButton href="/result" variant="primary">
            {t('done.result')}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}
