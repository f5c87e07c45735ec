import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { type ImportDone, useDraft } from './draft-store.ts'
import styles from './import-done-panel.module.css'
import { useCountTexts } from './use-count-texts.ts'

/** After an import, until it is taken back or the next one begins: what came in, and where it leads. */
export function ImportDonePanel() {
  const done = useDraft((draft) => draft.done)
  const { data: batches } = useQuery(api.imports.batches.queryOptions())
  if (!done || !batches || !done.batchIds.every((id) => batches.some((batch) => batch.id === id))) return null
  return <Panel done={done} />
}

function Panel({ done }: { readonly done: ImportDone }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const texts = useCountTexts()
  const { data: status } = useQuery(api.app.status.queryOptions())
  const panel = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone; what it brought takes its place.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollIntoView({ block: 'center' })
  }, [])
  const isWithoutMargin = status?.ledger?.marginBasisPoints === null
  const rest = (
    [
      ['done.idle', done.idleFiles],
      ['done.unreadable', done.unreadableFiles],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([key, count]) => t(key, { count, n: format.number(count) }))
    .join(' ')
  return (
    <Card>
      <div ref={panel} tabIndex={-1} className={styles.panel}>
        <span className={styles.mark}>
          <Check size={20} aria-hidden />
        </span>
        <div className={styles.texts}>
          <Sentence size="s" detail={rest === '' ? undefined : rest}>
            {t('done.sentence', { list: texts.doneList(done.counts) })}
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
