import { Check, Copy, CopyPlus, Pencil, Send, ThumbsDown, ThumbsUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisContact, Statement } from '../../../../shared/contract/crises.ts'
import { client } from '../../../lib/api.ts'
import { useCopying } from '../../../lib/use-copying.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChannelName } from '../../../ui/dot.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './crises.module.css'
import { STATEMENT_TONES } from './crisis-tones.ts'
import { DecideDialog, PublishDialog } from './decide-dialog.tsx'
import { useCrisisWords } from './use-crisis-words.ts'

export interface StatementCardProps {
  readonly statement: Statement
  /** Who may be asked. */
  readonly contacts: readonly CrisisContact[]
  onEdit(): void
  /** A new draft with the same words. */
  onCopy(): void
}

export function StatementCard(props: StatementCardProps) {
  const { statement } = props
  const { t } = useTranslation('crisisParts')
  const { title, text, status, channel, network } = statement
  return (
    <Card
      title={
        <span className={styles.statementTitle}>
          {title}
          <Chip tone={STATEMENT_TONES[status]}>{t(`statements.statuses.${status}`)}</Chip>
        </span>
      }
      aside={channel !== null && <ChannelName network={network}>{channel}</ChannelName>}
      footer={<StatementActions {...props} />}
    >
      <p className={styles.statement}>{text}</p>
      <Course statement={statement} />
    </Card>
  )
}

function Course({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation('crisisParts')
  const words = useCrisisWords()
  const { status, decidedBy, decidedAt, publishedAt } = statement
  const parts = [
    decidedAt === null
      ? null
      : t(status === 'rejected' ? 'statements.rejectedBy' : 'statements.approvedBy', {
          name: decidedBy ?? '–',
          at: words.at(decidedAt),
        }),
    publishedAt === null ? null : t('statements.publishedAt', { at: words.at(publishedAt) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : <p className={styles.remark}>{parts.join(' · ')}</p>
}

function StatementActions({ statement, contacts, onEdit, onCopy }: StatementCardProps) {
  const { t } = useTranslation('crisisParts')
  const [dialog, setDialog] = useState<'approve' | 'reject' | 'publish' | null>(null)
  const remove = useCommand(client.moderation.crisisRemoveStatement, { done: t('statements.removed') })
  const { id, status, title } = statement
  const isOut = status === 'published'
  return (
    <div className={styles.statementActions}>
      {(status === 'approved' || isOut) && <CopyText text={statement.text} />}
      {(status === 'draft' || status === 'rejected') && (
        <Button size="s" variant="primary" icon={ThumbsUp} onPress={() => setDialog('approve')}>
          {t('statements.approve')}
        </Button>
      )}
      {status === 'draft' && (
        <Button size="s" icon={ThumbsDown} onPress={() => setDialog('reject')}>
          {t('statements.reject')}
        </Button>
      )}
      {status === 'approved' && (
        <Button size="s" variant="primary" icon={Send} onPress={() => setDialog('publish')}>
          {t('statements.publish')}
        </Button>
      )}
      <span className={styles.statementEnd}>
        {isOut ? (
          <Button size="s" variant="quiet" icon={CopyPlus} onPress={onCopy}>
            {t('statements.again')}
          </Button>
        ) : (
          <>
            <IconButton
              size="s"
              variant="quiet"
              icon={Pencil}
              label={t('statements.edit', { title })}
              onPress={onEdit}
            />
            <IconButton
              size="s"
              variant="quiet"
              icon={Trash2}
              label={t('statements.remove', { title })}
              isPending={remove.isRunning}
              onPress={() => void remove.run({ id })}
            />
          </>
        )}
      </span>
      {(dialog === 'approve' || dialog === 'reject') && (
        <DecideDialog
          statement={statement}
          isApproved={dialog === 'approve'}
          contacts={contacts}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'publish' && <PublishDialog statement={statement} onClose={() => setDialog(null)} />}
    </div>
  )
}

function CopyText({ text }: { readonly text: string }) {
  const { t } = useTranslation('crisisParts')
  const [copied, copy] = useCopying()
  const isCopied = copied === text
  return (
    <Button size="s" icon={isCopied ? Check : Copy} onPress={() => void copy(text)}>
      {t(isCopied ? 'statements.copied' : 'statements.copy')}
    </Button>
  )
}
