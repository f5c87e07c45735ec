import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FoundConversation, FoundPost } from '../../../../shared/contract/records.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { ConversationChooser, PostChooser } from '../../../ui/record-chooser.tsx'
import styles from './editor.module.css'
import { sharesOf } from './shares.ts'
import type { NamedTarget } from './work-draft.ts'

const MAX_TARGETS = 200
const MAX_WEIGHT = 1_000_000

export interface TargetsFieldProps {
  readonly targets: readonly NamedTarget[]
  /** Null: it runs, or is not known. */
  readonly seconds: number | null
  readonly centsPerHour: number | null
  readonly isDisabled?: boolean
  /** With what was just added, to take its channel along. */
  onChange(targets: readonly NamedTarget[], added?: FoundPost | FoundConversation): void
}

/** The posts and conversations the time was for, with what falls to each. */
export function TargetsField({ targets, seconds, centsPerHour, isDisabled = false, onChange }: TargetsFieldProps) {
  const { t } = useTranslation('time')
  const hasPosts = useQuery(api.records.findPosts.queryOptions({ input: { limit: 1 } })).data?.length !== 0
  const hasTalks = useQuery(api.records.findConversations.queryOptions({ input: { limit: 1 } })).data?.length !== 0
  const shares = sharesOf(
    targets.map(({ weight }) => weight),
    seconds,
    centsPerHour,
  )
  const add = (target: NamedTarget, found: FoundPost | FoundConversation) => {
    if (!targets.some((other) => isSame(other, target))) onChange([...targets, target], found)
  }
  if (!hasPosts && !hasTalks && targets.length === 0) return null
  return (
    <div className={styles.targets}>
      {targets.length > 0 && (
        <ul aria-label={t('editor.targets.label')}>
          {targets.map((target, index) => (
            <li key={keyOf(target)}>
              <span className={styles.targetName}>{target.name || t('editor.targets.unnamed')}</span>
              {targets.length > 1 && (
                <>
                  <NumberField
                    label={t('editor.targets.weight', { name: target.name })}
                    isLabelHidden
                    width="auto"
                    value={target.weight}
                    minValue={1}
                    maxValue={MAX_WEIGHT}
                    formatOptions={{ maximumFractionDigits: 0 }}
                    onChange={(weight) => onChange(targets.with(index, { ...target, weight: weight ?? 1 }))}
                    isDisabled={isDisabled}
                  />
                  <Figures share={shares[index]} />
                </>
              )}
              <IconButton
                size="s"
                variant="quiet"
                icon={X}
                label={t('editor.targets.remove', { name: target.name })}
                isDisabled={isDisabled}
                onPress={() => onChange(targets.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ul>
      )}
      {targets.length < MAX_TARGETS && !isDisabled && (
        <Adders hasPosts={hasPosts} hasTalks={hasTalks} count={targets.length} onAdd={add} />
      )}
      {targets.length > 1 && <p className={styles.help}>{t('editor.targets.help')}</p>}
    </div>
  )
}

interface AddersProps {
  readonly hasPosts: boolean
  readonly hasTalks: boolean
  readonly count: number
  onAdd(target: NamedTarget, found: FoundPost | FoundConversation): void
}

function Adders({ hasPosts, hasTalks, count, onAdd }: AddersProps) {
  const { t } = useTranslation(['time', 'records'])
  const format = useFormat()
  const nameOf = ({ title, day }: FoundConversation) => title || t('records:choose.unnamed', { day: format.day(day) })
  return (
    <div className={styles.adders}>
      {hasPosts && (
        <PostChooser
          // A new one after each choice, empty again.
          key={`post ${count}`}
          label={t(count === 0 ? 'editor.targets.post' : 'editor.targets.morePosts')}
          value={null}
          onChange={() => undefined}
          onChoose={(post) => post && onAdd(targetOf('postId', post.id, post.title), post)}
        />
      )}
      {hasTalks && (
        <ConversationChooser
          key={`conversation ${count}`}
          label={t(count === 0 ? 'editor.targets.conversation' : 'editor.targets.moreConversations')}
          value={null}
          onChange={() => undefined}
          onChoose={(talk) => talk && onAdd(targetOf('conversationId', talk.id, nameOf(talk)), talk)}
        />
      )}
    </div>
  )
}

function Figures({ share }: { readonly share: ReturnType<typeof sharesOf>[number] | undefined }) {
  const format = useFormat()
  if (!share || share.seconds === null) return null
  return (
    <span className={styles.share}>
      {format.duration(share.seconds)}
      {share.cents !== null && ` · ${format.money(share.cents)}`}
    </span>
  )
}

function targetOf(field: 'postId' | 'conversationId', id: number, name: string): NamedTarget {
  return { postId: null, conversationId: null, weight: 1, name, [field]: id }
}

function isSame(one: NamedTarget, other: NamedTarget): boolean {
  return one.postId === other.postId && one.conversationId === other.conversationId
}

function keyOf({ postId, conversationId }: NamedTarget): string {
  return postId === null ? `conversation ${conversationId}` : `post ${postId}`
}
