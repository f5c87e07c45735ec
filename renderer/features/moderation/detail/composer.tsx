import { ArrowUpRight, Clock, Copy, MoreHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { AnswerTime } from './answer-time.tsx'
import styles from './composer.module.css'
import { ACTION_GROUPS, type ConversationAction } from './conversation-actions.ts'
import { focusReply, PLACES, selectInReply } from './focus.ts'
import { GapsProblem } from './gaps-problem.tsx'
import {
  insertSnippet,
  keepReply,
  rememberGaps,
  setWriting,
  typeReply,
  useIsWriting,
  useReplyText,
} from './reply-drafts.ts'
import { startReply } from './start-reply.ts'
import { SnippetPicker } from './snippet-picker.tsx'
import type { Answering } from './use-answering.ts'

export interface ComposerProps {
  readonly detail: ConversationDetail
  readonly answering: Answering
  readonly actions: readonly ConversationAction[]
}

/** Where the answer is written, and what becomes of the conversation. */
export function Composer({ detail, answering, actions }: ComposerProps) {
  const { t } = useTranslation('conversation')
  const text = useReplyText(detail)
  const { id, status, batchCount } = detail
  const isWriting = useIsWriting(id)
  const isFolded = batchCount !== null || (status === 'done' && text === '' && !isWriting)
  // Leaving keeps what is not kept yet.
  useEffect(() => () => void keepReply(id), [id])
  useEffect(() => rememberGaps(detail), [detail])
  return (
    <footer data-beside-list className={styles.composer}>
      {answering.isCopyRefused && (
        <p role="alert" className={styles.problem}>
          {t('reply.copyFailed')}
        </p>
      )}
      <GapsProblem detail={detail} answering={answering} />
      {answering.error && <ErrorPanel error={answering.error} />}
      {!isFolded && <ReplyField detail={detail} text={text} />}
      <div className={styles.buttons}>
        {isFolded ? (
          <FoldedButtons actions={actions} isBatch={batchCount !== null} onWrite={() => startReply(id)} />
        ) : (
          <ReplyButtons detail={detail} answering={answering} actions={actions} />
        )}
        <span className={styles.end}>
          <ActionMenu actions={actions} />
        </span>
      </div>
    </footer>
  )
}

function ReplyField({ detail, text }: { readonly detail: ConversationDetail; readonly text: string }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const { id } = detail
  const [snippet, setSnippet] = useState<string | null>(null)
  return (
    <div className={styles.reply} id={PLACES.reply}>
      <div className={styles.replyHead}>
        <span aria-hidden>{t('reply.label')}</span>
        {snippet !== null && text !== '' && (
          <span className={styles.chosen}>{t('snippets.chosen', { name: snippet })}</span>
        )}
        <SnippetPicker
          detail={detail}
          onChoose={({ name, text: filled }) => {
            const gap = insertSnippet(detail, filled)
            setSnippet(name)
            requestAnimationFrame(() => (gap === null ? focusReply() : selectInReply(gap)))
          }}
        />
      </div>
      <TextArea
        isLabelHidden
        label={t('reply.label')}
        placeholder={t('reply.placeholder')}
        value={text}
        maxLength={50_000}
        rows={4}
        onChange={(next) => typeReply(id, next)}
        onFocus={() => setWriting(id)}
        onBlur={() => void keepReply(id)}
      />
      <div className={styles.replyFoot}>
        <AnswerTime detail={detail} />
        <small>{t('reply.count', { count: text.length, formatted: format.number(text.length) })}</small>
      </div>
    </div>
  )
}

const find = (actions: readonly ConversationAction[], id: string) => actions.find((action) => action.id === id)

function ReplyButtons({ detail, answering, actions }: ComposerProps) {
  const { t } = useTranslation('conversation')
  return (
    <>
      <Button
        variant="primary"
        icon={Copy}
        isPending={answering.isRunning}
        onPress={() => void answering.answer('done', true)}
      >
        {t('actions.answered')}
      </Button>
      <ActionButton action={find(actions, 'wait')} icon={Clock} />
      {detail.handedTo === null ? (
        <ActionButton action={find(actions, 'handOver')} icon={ArrowUpRight} />
      ) : (
        <ActionButton action={find(actions, 'returned')} title={t('actions.returnedShort')} />
      )}
    </>
  )
}

interface FoldedButtonsProps {
  readonly actions: readonly ConversationAction[]
  readonly isBatch: boolean
  onWrite(): void
}

function FoldedButtons({ actions, isBatch, onWrite }: FoldedButtonsProps) {
  const { t } = useTranslation('conversation')
  if (isBatch) return null
  return (
    <>
      <ActionButton action={find(actions, 'wroteAgain')} />
      <ActionButton action={find(actions, 'reopen')} />
      <Button variant="quiet" onPress={onWrite}>
        {t('reply.more')}
      </Button>
    </>
  )
}

interface ActionButtonProps {
  readonly action: ConversationAction | undefined
  readonly icon?: ConversationAction['icon']
  /** Where the one of the menu is too long. */
  readonly title?: string
}

function ActionButton({ action, icon, title }: ActionButtonProps) {
  if (!action) return null
  return (
    <Button icon={icon ?? action.icon} isDisabled={action.isDisabled === true} onPress={action.run}>
      {title ?? action.title}
    </Button>
  )
}

function ActionMenu({ actions }: { readonly actions: readonly ConversationAction[] }) {
  const { t } = useTranslation('conversation')
  return (
    <Menu
      label={t('actions.menu')}
      trigger={<IconButton icon={MoreHorizontal} label={t('actions.menu')} />}
      groups={ACTION_GROUPS.map((group) => ({
        title: t(`actions.groups.${group}`),
        entries: actions
          .filter((action) => action.group === group && action.isDisabled !== true)
          .map(({ id, title, icon, shortcut, isDangerous = false, run }) => ({
            id,
            label: title,
            icon,
            ...(shortcut !== undefined && { shortcut }),
            isDangerous,
            onAction: run,
          })),
      })).filter(({ entries }) => entries.length > 0)}
    />
  )
}
