import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/day.ts'
import { api, client } from '../../lib/api.ts'
import type { DescribedError } from '../../lib/errors.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import type { OpenLedgerForm } from './form-store.ts'
import { draftOf, type ManualDraft, newLine, problemsOf, toLine } from './manual-draft.ts'
import { ManualFields } from './manual-fields.tsx'
import styles from './ledger.module.css'

type ManualFormKind = Extract<OpenLedgerForm, { kind: 'add' | 'edit' | 'correct' | 'reverse' }>

export interface ManualFormProps {
  readonly form: ManualFormKind
  onClose(): void
}

export function ManualForm(props: ManualFormProps) {
  const today = useQuery(api.app.status.queryOptions()).data?.today
  return today === undefined ? null : <OpenForm {...props} today={today} />
}

function OpenForm({ form, onClose, today }: ManualFormProps & { readonly today: Day }) {
  const { t } = useTranslation('ledger')
  const [draft, setDraft] = useState(() => startOf(form, today))
  const [isChecked, setIsChecked] = useState(false)
  const [isReadable, setIsReadable] = useState(true)
  const command = useManualCommands()
  const say = useManualErrors()
  const error = command.add.error ?? command.update.error ?? command.correct.error
  const problems = isChecked && isReadable ? problemsOf(draft) : {}
  const field = typeof error?.data['field'] === 'string' ? error.data['field'] : null
  const isOfField = field !== null && ['day', 'cents', 'seconds', 'text'].includes(field)

  async function save() {
    setIsChecked(true)
    if (!isReadable || Object.keys(problemsOf(draft)).length > 0) return
    const line = toLine(draft)
    const receipt =
      form.kind === 'add'
        ? await command.add.run({ line })
        : form.kind === 'correct'
          ? await command.correct.run({ lineId: form.details.line.id, line })
          : await command.update.run({ id: form.details.line.source.id, line })
    if (receipt) onClose()
  }

  return (
    <RecordDialog
      title={t(`manual.${form.kind}`)}
      error={isOfField ? null : error}
      isSaving={command.add.isRunning || command.update.isRunning || command.correct.isRunning}
      onSave={save}
      removal={
        form.kind === 'edit'
          ? {
              isRunning: command.remove.isRunning,
              run: async () => {
                if (await command.remove.run({ id: form.details.line.source.id })) onClose()
              },
            }
          : undefined
      }
      onClose={onClose}
    >
      <Explanation form={form} />
      <ManualFields
        draft={draft}
        onChange={(changes) => {
          command.clearErrors()
          setDraft((before) => ({ ...before, ...changes }))
        }}
        onValidityChange={setIsReadable}
        errorOf={(name) => {
          const problem = problems[name as 'cents']
          if (problem) return say(problem)
          return isOfField && field === name && error ? say(error.code, error) : undefined
        }}
      />
    </RecordDialog>
  )
}

function startOf(form: ManualFormKind, today: Day): ManualDraft {
  if (form.kind === 'add') return newLine(today)
  const draft = draftOf(form.details, today)
  return form.kind === 'correct' ? { ...draft, day: today } : draft
}

function Explanation({ form }: { readonly form: ManualFormKind }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  if (form.kind === 'add') return <p className={styles.lead}>{t('manual.help')}</p>
  if (form.kind !== 'correct') return null
  const { line } = form.details
  const values = {
    text: line.description || t(`kinds.${line.kind}`),
    day: format.day(line.day),
    amount: format.money(line.cents),
  }
  return <p className={styles.lead}>{t('manual.correctHelp', values)}</p>
}

function useManualCommands() {
  const { t } = useTranslation('ledger')
  const add = useCommand(client.ledger.addManualLine, { done: t('manual.added'), errors: 'caller' })
  const update = useCommand(client.ledger.updateManualLine, { done: t('manual.updated'), errors: 'caller' })
  const correct = useCommand(client.ledger.correctLine, { done: t('manual.corrected'), errors: 'caller' })
  const remove = useCommand(client.ledger.removeManualLine, { done: t('manual.removed') })
  const clearErrors = () => {
    for (const command of [add, update, correct]) command.clearError()
  }
  return { add, update, correct, remove, clearErrors }
}

/** The sentence at a field, for what was found here and for what the ledger answered. */
function useManualErrors(): (problem: string, error?: DescribedError) => string {
  const { t } = useTranslation(['ledger', 'ui'])
  const format = useFormat()
  return (problem, error) => {
    if (problem === 'month_closed')
      return t('manual.errors.month_closed', { firstOpenDay: format.day(String(error?.data['firstOpenDay'])) })
    const reason = problem === 'invalid_value' ? String(error?.data['reason']) : problem
    if (reason === 'zero' || reason === 'opposite_signs' || reason === 'only_labour')
      return t(`manual.errors.${reason}`)
    return reason === 'required' ? t('ui:fieldErrors.required') : t('ui:fieldErrors.unknown')
  }
}
