/** Says what "Import" will do, does it, and shows how far it is. */
import { useTranslation } from 'react-i18next'
import type { MappingItem } from '../../../shared/contract/imports.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './commit-bar.module.css'
import { cancelCommit, commitDraft, countRows } from './commit-draft.ts'
import { useDraft } from './draft-store.ts'
import { hasSomethingToWrite, type PreviewedFile, toWritable } from './preview-queries.ts'
import { discardDraft } from './staging.ts'
import { useCountTexts } from './use-count-texts.ts'

export interface CommitBarProps {
  readonly files: readonly PreviewedFile[]
  readonly mappings: readonly MappingItem[]
  readonly isReading: boolean
}

export function CommitBar({ files, mappings, isReading }: CommitBarProps) {
  const { t } = useTranslation('imports')
  const commit = useDraft((draft) => draft.commit)
  return (
    <div className={styles.bar} data-bottom-bar>
      {commit ? (
        <Progress
          label={t('commit.running')}
          done={commit.done}
          total={commit.total}
          unit={t('commit.unit')}
          onCancel={cancelCommit}
          isCancelling={commit.isCancelling}
        />
      ) : (
        <Decision {...{ files, mappings, isReading }} />
      )}
    </div>
  )
}

function Decision({ files, mappings, isReading }: CommitBarProps) {
  const { t } = useTranslation('imports')
  const texts = useCountTexts()
  const writables = files.flatMap((file) => toWritable(file) ?? [])
  const active = writables.filter(hasSomethingToWrite)
  const open = files.filter(({ preview }) => preview?.state === 'readable' && preview.questions.length > 0).length
  const counts = countRows(active)
  const hasUnread = files.some(({ draft, preview }) => draft.state !== 'refused' && preview === null)
  const isReady = active.length > 0 && open === 0 && !isReading && !hasUnread

  function start() {
    const label = t('commit.done', { list: texts.doneList(counts) })
    const idleFiles = writables.length - active.length
    const unreadableFiles = files.length - writables.length
    void commitDraft({ files: active, idleFiles, unreadableFiles, mappings, label })
  }

  return (
    <>
      <p className={styles.remark} role="status">
        {hasUnread || isReading ? t('commit.reading') : remarkOf()}
      </p>
      <Button onPress={discardDraft}>{t('commit.discard')}</Button>
      <Button variant="primary" size="l" isDisabled={!isReady} onPress={start}>
        {active.length > 0 ? t('commit.start', { count: counts.files, list: texts.list(counts) }) : t('commit.import')}
      </Button>
    </>
  )

  function remarkOf(): string {
    if (open > 0) return t('commit.answerFirst', { count: open })
    return active.length === 0 ? t('commit.nothing') : t('commit.notYet')
  }
}
