import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleInput } from '../../../shared/contract/revenue.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFieldErrors } from '../../lib/use-field-errors.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { draftOf, inputOf, newSale, problemsOf, SALE_FIELDS } from './sale-draft.ts'
import { SaleFields } from './sale-fields.tsx'
import { type FormBasics, useFormBasics, useUnreadable } from './use-form-basics.ts'

export interface SaleFormProps {
  /** Null: a new one. */
  readonly id: number | null
  readonly sale: SaleInput | null
  onClose(): void
}

export function SaleForm(props: SaleFormProps) {
  const basics = useFormBasics()
  return basics ? <OpenForm {...props} basics={basics} /> : null
}

function OpenForm({ id, sale, onClose, basics }: SaleFormProps & { readonly basics: FormBasics }) {
  const { t } = useTranslation('revenue')
  const { country, margin } = basics
  const [draft, setDraft] = useState(() => (sale ? draftOf(sale, country) : newSale(basics.today, country)))
  const [isChecked, setIsChecked] = useState(false)
  const unreadable = useUnreadable()
  const add = useCommand(client.revenue.addSale, { done: t('sale.added'), errors: 'caller' })
  const update = useCommand(client.revenue.updateSale, { done: t('sale.updated'), errors: 'caller' })
  const remove = useCommand(client.revenue.removeSale, { done: t('sale.removed') })
  const command = id === null ? add : update
  const problems = Object.entries(problemsOf(draft)).filter(([field]) => !unreadable.fields.includes(field))
  const errors = useFieldErrors(SALE_FIELDS, isChecked ? Object.fromEntries(problems) : {}, command.error)

  async function save() {
    setIsChecked(true)
    const input = inputOf(draft)
    if (unreadable.fields.length > 0 || !input) return
    const receipt = id === null ? await add.run({ sale: input }) : await update.run({ id, sale: input })
    if (receipt) onClose()
  }

  async function removeIt(existing: number) {
    if (await remove.run({ id: existing })) onClose()
  }

  return (
    <RecordDialog
      title={t(id === null ? 'sale.add' : 'sale.edit')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      removal={id === null ? undefined : { isRunning: remove.isRunning, run: () => removeIt(id) }}
      onClose={onClose}
    >
      <SaleFields
        draft={draft}
        errors={errors}
        country={country}
        margin={margin}
        onChange={(changes) => {
          command.clearError()
          setDraft((before) => ({ ...before, ...changes }))
        }}
        onValidityChange={unreadable.onValidityChange}
      />
    </RecordDialog>
  )
}
