/** One post beside the view: what it says on each channel, when, what it costs and has to bring in. */
import { useQuery } from '@tanstack/react-query'
import { type FocusEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostDetail } from '../../../../shared/contract/calendar-fields.ts'
import { api } from '../../../lib/api.ts'
import { useAwaitedCommands } from '../../../lib/commands.ts'
import { useNow } from '../../../lib/use-now.ts'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { Checklist } from './checklist.tsx'
import { DetailFields, LinkField } from './detail-fields.tsx'
import { History } from './history.tsx'
import { MoneyPart } from './money-part.tsx'
import { leavePane, PANE_ID, useEnteredPane } from './pane-focus.ts'
import { PostActions } from './post-actions.tsx'
import { PostHead } from './post-head.tsx'
import { usePostDraft, useTyping } from './post-saving.ts'
import styles from './post.module.css'
import { PublishDialog } from './publish-dialog.tsx'
import { usePublishing } from './publishing-store.ts'
import { Refusals } from './refusals.tsx'
import { RemovePost } from './remove-post.tsx'
import { ThisPostContext } from './this-post.ts'
import { VariantTabs } from './variant-tabs.tsx'

export interface PostPaneProps {
  readonly postId: number
  /** Null: the first. */
  readonly variantId: number | null
  onVariant(variantId: number): void
  onClose(): void
}

export function PostPane(props: PostPaneProps) {
  const query = useQuery(api.calendar.post.queryOptions({ input: { id: props.postId } }))
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone
  useAwaitedCommands(query.isPending)
  return (
    <QueryFrame query={query}>
      {(detail) => timeZone !== undefined && <Post {...props} detail={detail} timeZone={timeZone} />}
    </QueryFrame>
  )
}

interface PostProps extends PostPaneProps {
  readonly detail: PostDetail
  readonly timeZone: string
}

function Post({ detail, timeZone, variantId, onVariant, onClose }: PostProps) {
  const { t } = useTranslation('post')
  const draft = usePostDraft(detail)
  const typing = useTyping(detail.id)
  const now = useNow()
  const publishing = usePublishing((state) => detail.variants.find(({ id }) => id === state.variantId))
  const { variant, open } = useOpenVariant(detail, variantId, onVariant)
  useEnteredPane()
  // Leaving keeps what is not kept yet.
  useEffect(() => () => void typing.keep(), [typing])
  return (
    <ThisPostContext value={{ detail, draft, typing, variant, timeZone, now }}>
      <div
        role="presentation"
        id={PANE_ID}
        className={styles.pane}
        onBlur={(event) => isLeft(event) && void typing.keep()}
        onKeyDown={onKeyDown}
      >
        <article className={styles.pane} aria-label={t('pane', { title: detail.title })}>
          <div className={styles.scrolling}>
            <PostHead onClose={onClose} />
            <Refusals />
            <VariantTabs onOpen={open} />
            <LinkField />
            <MoneyPart />
            <Checklist />
            <DetailFields />
            <History />
            <RemovePost onRemoved={onClose} />
          </div>
          <footer className={styles.footer}>
            <PostActions />
          </footer>
          {publishing && <PublishDialog key={publishing.id} variant={publishing} />}
        </article>
      </div>
    </ThisPostContext>
  )
}

/** Of the address; the master text is open only while one is at it. */
function useOpenVariant({ variants }: PostDetail, variantId: number | null, onVariant: (id: number) => void) {
  const [isMaster, setIsMaster] = useState(false)
  const placed = variants.filter(({ channelId }) => channelId !== null)
  const chosen = placed.find(({ id }) => id === variantId) ?? placed[0] ?? null
  function open(id: number | null) {
    setIsMaster(id === null)
    if (id !== null) onVariant(id)
  }
  const [shownId, setShownId] = useState(variantId)
  // Somebody chose another one in the view.
  if (shownId !== variantId) {
    setShownId(variantId)
    setIsMaster(false)
  }
  return { variant: isMaster && variants.length > 1 ? null : chosen, open }
}

/** The parts of a date are one field. */
function isLeft({ target, relatedTarget }: FocusEvent): boolean {
  const field = target.closest('[role=group]')
  return !(relatedTarget instanceof Element && field?.contains(relatedTarget) === true)
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
  if (event.key !== 'Escape' || event.defaultPrevented || !isInside) return
  event.stopPropagation()
  leavePane()
}
