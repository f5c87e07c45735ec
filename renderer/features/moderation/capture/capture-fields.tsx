/** Everything that is recognised, to be said differently; and what no text says. */
import { AtSign, Mail, MessageCircle, Star } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CONVERSATION_KINDS } from '../../../../shared/domain/conversation.ts'
import { MOST_STARS } from '../../../../shared/domain/stars.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { PostChooser } from '../../../ui/record-chooser.tsx'
import { ChannelSelect, NamedSelect } from '../../../ui/record-selects.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { proposedName, textProblem } from './capture-draft.ts'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'
import { DueText } from './due-text.tsx'
import { HandleField } from './handle-field.tsx'
import { LabelledGroup } from './labelled-group.tsx'
import { MoodField } from './mood-field.tsx'
import { ReceivedFields } from './received-fields.tsx'
import { TopicsField } from './topics-field.tsx'
import type { CaptureQuestion } from './use-capture-question.ts'

const MAX_LABEL_LENGTH = 200
const KIND_ICONS = { comment: MessageCircle, review: Star, message: Mail, mention: AtSign }
const NO_STARS = '0'

export interface CaptureFieldsProps {
  readonly question: CaptureQuestion
  readonly isChecked: boolean
}

export function CaptureFields({ question, isChecked }: CaptureFieldsProps) {
  const { t } = useTranslation('capture')
  const { choose, change } = useCapture()
  const { draft, found, settled } = question
  return (
    <>
      <div className={styles.row}>
        <KindField question={question} />
        {settled.kind === 'review' && <StarsField stars={settled.stars} />}
      </div>
      <div className={styles.pair}>
        <ChannelSelect
          label={t('channel')}
          noneLabel={t('noChannel')}
          value={settled.channelId}
          onChange={(channelId) => choose({ channelId })}
        />
        <PostChooser
          label={t('post')}
          value={settled.postId}
          onChange={(postId) => choose({ postId })}
          onChoose={(post) => {
            // Answered where it was published, unless the text or someone says otherwise.
            if (post?.channelId && settled.channelId === null) choose({ channelId: post.channelId })
          }}
        />
      </div>
      <div className={styles.row}>
        <ReceivedFields question={question} isChecked={isChecked} />
        <Due question={question} />
      </div>
      <div className={styles.pair}>
        <HandleField
          handle={draft.chosen.handle ?? found?.handle ?? ''}
          contact={found?.contact ?? null}
          proposed={proposedName(draft, found)}
        />
        <TopicsField
          label={t('topics')}
          topicIds={draft.topicIds}
          newTopics={draft.newTopics}
          onChange={change}
          onTyping={(text) => change({ typedTopic: text ?? '' })}
        />
      </div>
      <div className={styles.pair}>
        <MoodField question={question} />
        <TextField
          label={t('label')}
          placeholder={t('labelPlaceholder')}
          description={t('labelHelp')}
          maxLength={MAX_LABEL_LENGTH}
          autoComplete="off"
          value={draft.label}
          onChange={(label) => change({ label })}
        />
      </div>
      <ServedFields />
    </>
  )
}

/** Said only of what could be kept as it is: a text that is too long and a day to come have no deadline. */
function Due({ question: { draft, found, receivedAt, now, timeZone } }: { readonly question: CaptureQuestion }) {
  if (found === null || typeof receivedAt !== 'number' || textProblem(draft, found)?.kind === 'tooLong') return null
  return <DueText dueAt={found.dueAt} now={now} timeZone={timeZone} />
}

function KindField({ question: { settled } }: { readonly question: CaptureQuestion }) {
  const { t } = useTranslation('capture')
  const choose = useCapture((state) => state.choose)
  const { kinds } = conversationNames(useFormat().language)
  return (
    <LabelledGroup label={t('kind')}>
      <Segmented
        label={t('kind')}
        value={settled.kind}
        options={CONVERSATION_KINDS.map((value) => ({ value, label: kinds[value], icon: KIND_ICONS[value] }))}
        onChange={(kind) => choose({ kind })}
      />
    </LabelledGroup>
  )
}

function StarsField({ stars }: { readonly stars: number | null }) {
  const { t } = useTranslation('capture')
  const choose = useCapture((state) => state.choose)
  const counts = Array.from({ length: MOST_STARS }, (_, index) => String(index + 1))
  return (
    <LabelledGroup label={t('stars')}>
      <Segmented
        label={t('stars')}
        value={stars === null ? NO_STARS : String(stars)}
        options={[{ value: NO_STARS, label: t('noStars') }, ...counts.map((value) => ({ value, label: `${value} ★` }))]}
        onChange={(value) => choose({ stars: Number(value) || null })}
      />
    </LabelledGroup>
  )
}

/** For whom it is handled; only where the ledger knows anybody. */
function ServedFields() {
  const { t } = useTranslation('capture')
  const { draft, change } = useCapture()
  const options = useQuery(api.records.options.queryOptions()).data
  const { clients = [], departments = [] } = options ?? {}
  if (clients.length === 0 && departments.length === 0) return null
  return (
    <div className={styles.pair}>
      <NamedSelect
        label={t('client')}
        noneLabel={t('noClient')}
        options={clients}
        value={draft.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <NamedSelect
        label={t('department')}
        noneLabel={t('noDepartment')}
        options={departments}
        value={draft.departmentId}
        onChange={(departmentId) => change({ departmentId })}
      />
    </div>
  )
}
