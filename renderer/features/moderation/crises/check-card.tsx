import { ListPlus, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisCheck } from '../../../../shared/contract/crises.ts'
import type { CrisisList } from '../../../../shared/domain/crisis.ts'
import { client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { focusRow, SortableList } from '../../../ui/sortable-list.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { CheckForm } from './check-form.tsx'
import { ListMenu } from './contact-card.tsx'
import styles from './crises.module.css'
import { useCrisisWords } from './use-crisis-words.ts'

/** Read aloud by its words. */
type NamedCheck = CrisisCheck & { readonly name: string }

export interface CheckCardProps {
  /** Null: the standing list. */
  readonly crisisId: number | null
  readonly list: CrisisList
  /** Of both lists. */
  readonly checks: readonly CrisisCheck[]
}

/** What is to be done, or what has to be true before it is over. */
export function CheckCard({ crisisId, list, checks }: CheckCardProps) {
  const { t } = useTranslation('crises')
  const [edited, setEdited] = useState<CrisisCheck | null>(null)
  const change = useChange('toast')
  const rows = checks.filter((check) => check.list === list).map((check) => ({ ...check, name: check.text }))
  const done = rows.filter(({ doneAt }) => doneAt !== null).length
  async function move(id: number, beforeId: number | null) {
    const others = rows.filter((row) => row.id !== id)
    const to = beforeId === null ? others.length : others.findIndex((row) => row.id === beforeId)
    await change.run((commandId) => client.moderation.crisisMoveCheck({ commandId, id, to }), t('checks.moved'), true)
  }
  return (
    <Card
      title={t(`checks.${list}.title`)}
      isFlush
      aside={
        <>
          {crisisId !== null && rows.length > 0 && t('checks.count', { done, count: rows.length })}
          {crisisId !== null && <ListMenu crisisId={crisisId} list={list} isEmpty={rows.length === 0} />}
        </>
      }
    >
      {rows.length === 0 ? (
        <Suggestion crisisId={crisisId} list={list} />
      ) : (
        <SortableList<NamedCheck> label={t(`checks.${list}.title`)} rows={rows} onMove={move} onAction={setEdited}>
          {(check) => <CheckRow check={check} isStanding={crisisId === null} />}
        </SortableList>
      )}
      <NewCheck crisisId={crisisId} list={list} />
      {edited !== null && <CheckForm check={edited} onClose={() => setEdited(null)} />}
    </Card>
  )
}

interface CheckRowProps {
  readonly check: CrisisCheck
  readonly isStanding: boolean
}

function CheckRow({ check, isStanding }: CheckRowProps) {
  const { t } = useTranslation('crises')
  const words = useCrisisWords()
  const now = useNow()
  const change = useChange('toast')
  const { id, text, doneAt } = check
  const tick = (isDone: boolean) =>
    change.run(
      (commandId) => client.moderation.crisisTick({ commandId, id, isDone }),
      t(isDone ? 'checks.ticked' : 'checks.unticked'),
      true,
    )
  const remove = () =>
    change.run((commandId) => client.moderation.crisisRemoveCheck({ commandId, id }), t('checks.removed'))
  return (
    <div className={styles.check}>
      {isStanding ? (
        <span className={styles.checkText}>{text}</span>
      ) : (
        <Checkbox
          isSelected={doneAt !== null}
          isReadOnly={change.isRunning}
          onChange={(isSelected) => {
            focusRow()
            void tick(isSelected)
          }}
          description={doneAt === null ? undefined : words.shortAt(doneAt, now)}
        >
          <span className={doneAt === null ? undefined : styles.done}>{text}</span>
        </Checkbox>
      )}
      <IconButton
        size="s"
        variant="quiet"
        icon={Trash2}
        label={t('checks.remove', { text })}
        isPending={change.isRunning}
        onPress={() => void remove()}
      />
    </div>
  )
}

interface ListProps {
  readonly crisisId: number | null
  readonly list: CrisisList
}

const SUGGESTIONS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const

/** What most need: offered, never put there unasked. */
function Suggestion({ crisisId, list }: ListProps) {
  const { t } = useTranslation('crises')
  const change = useChange('toast')
  const texts = SUGGESTIONS.map((place) => t(`checks.${list}.suggestions.${place}`))
  const take = () =>
    change.run(
      (commandId) => client.moderation.crisisAddChecks({ commandId, crisisId, list, texts }),
      t('checks.added', { count: texts.length }),
    )
  return (
    <div className={styles.suggestion}>
      <p className={styles.hint}>{t(`checks.${list}.empty`)}</p>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Button size="s" icon={ListPlus} isPending={change.isRunning} onPress={() => void take()}>
        {t('checks.suggest')}
      </Button>
    </div>
  )
}

/** One after the other: Enter adds and stays. */
function NewCheck({ crisisId, list }: ListProps) {
  const { t } = useTranslation('crises')
  const [text, setText] = useState('')
  const change = useChange('toast')
  async function add() {
    const trimmed = text.trim()
    if (trimmed === '') return
    // The field is free for the next one; what is refused comes back.
    setText('')
    const receipt = await change.run(
      (commandId) => client.moderation.crisisAddChecks({ commandId, crisisId, list, texts: [trimmed] }),
      t('checks.added', { count: 1 }),
      true,
    )
    if (!receipt) setText((typed) => `${trimmed} ${typed}`.trimEnd())
  }
  return (
    <form
      className={styles.newCheck}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        label={t(`checks.${list}.add`)}
        isLabelHidden
        placeholder={t(`checks.${list}.add`)}
        value={text}
        onChange={setText}
        maxLength={500}
      />
      <IconButton
        type="submit"
        variant="quiet"
        icon={Plus}
        label={t(`checks.${list}.add`)}
        isDisabled={text.trim() === ''}
      />
    </form>
  )
}
