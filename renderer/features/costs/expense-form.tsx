import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/day.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { draftOf, type ExpenseDraft, newExpense, problemsOf, type ProblemField, toInput } from './expense-draft.ts'
import { ExpenseFields } from './expense-fields.tsx'
import { useFieldProblems } from './field-problems.ts'
import type { OpenForm } from './form-store.ts'
import { ReceiptFields } from './receipt-fields.tsx'
import { useReceiptDraft } from './use-receipt-draft.ts'

export interface ExpenseFormProps {
  readonly form: OpenForm
  onClose(): void
}

const FIELDS: readonly ProblemField[] = [
  'name',
  'cents',
  'startsOn',
  'endsOn',
  'currency',
  'foreignCents',
  'rate',
  'rateDay',
  'receipts',
  'levy',
]

export function ExpenseForm(props: ExpenseFormProps) {
  const status = useQuery(api.app.status.queryOptions())
  const today = status.data?.today
  return today === undefined ? null : <OpenExpense {...props} today={today} />
}

function startOf(form: OpenForm, today: Day): ExpenseDraft {
  if (form === 'new') return newExpense(today)
  if ('expense' in form) return draftOf(form.expense)
  // A copy is a new expense of today, without the end and the receipts of the old one.
  return { ...draftOf(form.copyOf), startsOn: today, endsOn: null }
}

function OpenExpense({ form, onClose, today }: ExpenseFormProps & { readonly today: Day }) {
  const { t } = useTranslation('costs')
  const expense = form !== 'new' && 'expense' in form ? form.expense : null
  const [draft, setDraft] = useState<ExpenseDraft>(() => startOf(form, today))
  const [isChecked, setIsChecked] = useState(false)
  const [isReadable, setIsReadable] = useState(true)
  const receipts = useReceiptDraft(expense?.receipts ?? [])
  const done = draft.hasLevy ? t('expense.addedWithLevy') : t('expense.added')
  const add = useCommand(client.costs.addExpense, { done, errors: 'caller' })
  const update = useCommand(client.costs.updateExpense, { done: t('expense.updated'), errors: 'caller' })
  const remove = useCommand(client.costs.removeExpense, { done: t('expense.removed') })
  const command = expense ? update : add
  const problems = isChecked ? readableProblems(draft, isReadable) : {}
  const errors = useFieldProblems(FIELDS, problems, command.error)

  async function save() {
    setIsChecked(true)
    const input = toInput(draft)
    if (!isReadable || input === null) return
    const files = await receipts.settled()
    if (files === null) return
    const isLevied = input.isCreative && draft.hasLevy
    const levy = isLevied ? { name: t('levy.name', { name: input.name }).slice(0, 200) } : null
    const receipt = expense
      ? await update.run({ id: expense.id, expense: input, levy, ...files })
      : await add.run({ expense: input, levy, ...files })
    if (receipt) onClose()
  }

  return (
    <RecordDialog
      title={t(expense ? 'expense.edit' : 'expense.add')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      removal={
        expense
          ? {
              isRunning: remove.isRunning,
              run: async () => {
                if (await remove.run({ id: expense.id })) onClose()
              },
            }
          : undefined
      }
      onClose={() => {
        receipts.discard()
        onClose()
      }}
    >
      <ExpenseFields
        draft={draft}
        errors={errors}
        onChange={(changes) => {
          command.clearError()
          setDraft((before) => ({ ...before, ...changes }))
        }}
        onValidityChange={setIsReadable}
        expense={expense}
        isCopy={form !== 'new' && expense === null}
      />
      <ReceiptFields receipts={receipts} error={errors.of('receipts').errorMessage} />
    </RecordDialog>
  )
}

/** A field that cannot be read says so itself. */
function readableProblems(draft: ExpenseDraft, isReadable: boolean) {
  const { cents, foreignCents, ...problems } = problemsOf(draft)
  if (!isReadable) return problems
  return { ...problems, ...(cents !== undefined && { cents }), ...(foreignCents !== undefined && { foreignCents }) }
}
