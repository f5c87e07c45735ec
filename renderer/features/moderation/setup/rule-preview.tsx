/** What is open and a rule would touch, or all of them. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RulePreview as Preview, RulePreviewRow } from '../../../../shared/contract/moderation-setup.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Chip } from '../../../ui/chip.tsx'
import { ChannelName } from '../../../ui/dot.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import styles from './setup.module.css'

interface RulePreviewProps {
  /** Not of one rule. */
  readonly isOfAll?: boolean
  readonly preview: Preview | undefined
  readonly isFailed: boolean
  /** Stands between the sums and the conversations. */
  readonly children?: ReactNode
}

export function RulePreview({ isOfAll = false, preview, isFailed, children }: RulePreviewProps) {
  const { t } = useTranslation('moderationSetup')
  const title = t(isOfAll ? 'preview.titleAll' : 'preview.title')
  return (
    <section className={styles.preview} aria-label={title}>
      <h3>{title}</h3>
      {preview === undefined ? (
        isFailed ? (
          <p role="alert">{t('preview.failed')}</p>
        ) : (
          <Skeleton lines={4} />
        )
      ) : (
        <>
          <div role="status">
            <Sums isOfAll={isOfAll} preview={preview} />
          </div>
          {children}
          {preview.rows.length > 0 && (
            // Its rows take no focus: the list itself takes it, so that the keyboard can scroll it.
            <div
              className={styles.previewList}
              {...{ tabIndex: 0, role: 'group', 'aria-label': t(isOfAll ? 'preview.listAll' : 'preview.list') }}
            >
              <ul>
                {preview.rows.map((row) => (
                  <PreviewRow key={row.id} row={row} />
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </section>
  )
}

function Sums({ isOfAll, preview }: { readonly isOfAll: boolean; readonly preview: Preview }) {
  const { t } = useTranslation('moderationSetup')
  const format = useFormat()
  const { asked, count, changing, stopped, rows } = preview
  if (asked === 0)
    return <p className={styles.quiet}>{t(isOfAll ? 'preview.nothingOpenAll' : 'preview.nothingOpen')}</p>
  if (count === 0) return <p className={styles.previewCount}>{t('preview.none')}</p>
  const counted = (number: number) => ({ count: number, formatted: format.number(number) })
  return (
    <>
      <p className={styles.previewCount}>{t('preview.count', { ...counted(count), asked: format.number(asked) })}</p>
      <p className={styles.quiet}>
        {changing === 0 ? t('preview.unchanged') : t('preview.changing', counted(changing))}
      </p>
      {stopped > 0 && <p className={styles.quiet}>{t('preview.stopped', counted(stopped))}</p>}
      {count > rows.length && <p className={styles.help}>{t('preview.first', { count: rows.length })}</p>}
    </>
  )
}

function PreviewRow({ row }: { readonly row: RulePreviewRow }) {
  const { t } = useTranslation('moderationSetup')
  const { kinds } = conversationNames(useFormat().language)
  const { title, kind, channel, network, stars, stoppedBy } = row
  const changes = useChangeTexts(row)
  return (
    <li>
      <span className={styles.previewTitle}>{title.trim() === '' ? t('preview.untitled') : title}</span>
      <span className={styles.meta}>
        {channel !== null && <ChannelName network={network}>{channel}</ChannelName>}
        <span>{kinds[kind]}</span>
        {stars !== null && <span>{t('stars', { count: stars })}</span>}
        {stoppedBy !== null && <span>{t('preview.stoppedBy', { name: stoppedBy })}</span>}
        {stoppedBy === null && changes.length === 0 && <span>{t('preview.same')}</span>}
      </span>
      {changes.length > 0 && (
        <span className={styles.chips}>
          {changes.map((text) => (
            <Chip key={text} tone="accent">
              {text}
            </Chip>
          ))}
        </span>
      )}
    </li>
  )
}

function useChangeTexts({ change }: RulePreviewRow): string[] {
  const { t } = useTranslation('moderationSetup')
  const { priorities } = conversationNames(useFormat().language)
  const { topics, priority, snippet, escalatedTo } = change
  return [
    ...topics.map((name) => t('preview.topic', { name })),
    ...(priority === null ? [] : [t('rules.action.priority', { priority: priorities[priority] })]),
    ...(snippet === null ? [] : [t('rules.action.snippet', { name: snippet })]),
    ...(escalatedTo === null ? [] : [t('rules.action.escalate', { name: escalatedTo })]),
  ]
}
