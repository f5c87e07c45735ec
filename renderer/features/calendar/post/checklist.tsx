import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostCheck } from '../../../../shared/contract/calendar-fields.ts'
import { MAX_CHECKS } from '../../../../shared/domain/post-lengths.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { focusRow, SortableList } from '../../../ui/sortable-list.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './post.module.css'
import { useThisPost } from './this-post.ts'
import { useChecks } from './use-checks.ts'

/** They have no numbers of their own: their place is it. */
interface CheckRow extends PostCheck {
  readonly id: number
  readonly name: string
}

export function Checklist() {
  const { t } = useTranslation('post')
  const { detail } = useThisPost()
  const checks = useChecks(detail)
  const rows = checks.checks.map((check, index): CheckRow => ({ ...check, id: index + 1, name: check.text }))
  const done = rows.filter(({ isDone }) => isDone).length

  async function move(id: number, beforeId: number | null) {
    await checks.change(
      (before) => moved(before, id - 1, beforeId === null ? null : beforeId - 1),
      t('done.checksMoved'),
    )
  }

  return (
    <section className={styles.stack} aria-label={t('checks.title')}>
      <h3 className={styles.sectionTitle}>
        {t('checks.title')}
        {rows.length > 0 && <small>{t('checks.count', { done, count: rows.length })}</small>}
      </h3>
      {rows.length > 0 && (
        <div className={styles.checks}>
          <SortableList<CheckRow> label={t('checks.title')} rows={rows} onMove={move}>
            {(row) => <Row row={row} />}
          </SortableList>
        </div>
      )}
      {rows.length < MAX_CHECKS && <NewCheck />}
    </section>
  )
}

function moved(checks: readonly PostCheck[], from: number, before: number | null): readonly PostCheck[] {
  const taken = checks[from]
  if (!taken) return checks
  const behind = before === null ? undefined : checks[before]
  const others = checks.filter((check) => check !== taken)
  const at = behind ? others.indexOf(behind) : others.length
  return [...others.slice(0, at), taken, ...others.slice(at)]
}

function Row({ row: { id, text, isDone } }: { readonly row: CheckRow }) {
  const { t } = useTranslation('post')
  const { detail } = useThisPost()
  const checks = useChecks(detail)
  const tick = (next: boolean) =>
    checks.change(
      (before) => before.map((check, index) => (index === id - 1 ? { ...check, isDone: next } : check)),
      t(next ? 'done.ticked' : 'done.unticked'),
    )
  const remove = () =>
    checks.change((before) => before.filter((_, index) => index !== id - 1), t('done.checkRemoved'), false)
  return (
    <div className={styles.check}>
      <Checkbox
        isSelected={isDone}
        onChange={(next) => {
          focusRow()
          void tick(next)
        }}
      >
        <span className={isDone ? styles.done : undefined}>{text}</span>
      </Checkbox>
      <IconButton
        size="s"
        variant="quiet"
        icon={Trash2}
        label={t('checks.remove', { text })}
        onPress={() => void remove()}
      />
    </div>
  )
}

/** One after the other: Enter adds and stays. What is refused comes back. */
function NewCheck() {
  const { t } = useTranslation('post')
  const { detail } = useThisPost()
  const checks = useChecks(detail)
  const [text, setText] = useState('')
  async function add() {
    const trimmed = text.trim()
    if (trimmed === '') return
    setText('')
    const isDone = await checks.change((before) => [...before, { text: trimmed, isDone: false }], t('done.checkAdded'))
    if (!isDone) setText((typed) => `${trimmed} ${typed}`.trimEnd())
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
        label={t('checks.add')}
        isLabelHidden
        placeholder={t('checks.add')}
        autoComplete="off"
        value={text}
        onChange={setText}
        maxLength={500}
      />
      <IconButton type="submit" variant="quiet" icon={Plus} label={t('checks.add')} isDisabled={text.trim() === ''} />
    </form>
  )
}
