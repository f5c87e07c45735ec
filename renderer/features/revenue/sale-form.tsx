import { useTranslation } from 'react-i18next'
import type { SaleInput } from '../../../shared/contract/revenue.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { draftOf, inputOf, newSale, problemsOf, SALE_FIELDS } from './sale-draft.ts'
import { SaleFields } from './sale-fields.tsx'
import { type FormBasics, useFormBasics } from './use-form-basics.ts'
import { useRecordForm } from './use-record-form.ts'

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
  const add = useCommand(client.revenue.addSale, { done: t('sale.added'), errors: 'caller' })
  const update = useCommand(client.revenue.updateSale, { done: t('sale.updated'), errors: 'caller' })
  const remove = useCommand(client.revenue.removeSale, { done: t('sale.removed') })
  const command = id === null ? add : update
  const { draft, errors, onChange, onValidityChange, save } = useRecordForm({
    start: () => (sale ? draftOf(sale, country) : newSale(basics.today, country)),
    fields: SALE_FIELDS,
    problemsOf,
    inputOf,
    command,
    send: (input) => (id === null ? add.run({ sale: input }) : update.run({ id, sale: input })),
    onClose,
  })

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
        onChange={onChange}
        onValidityChange={onValidityChange}
      />
    </RecordDialog>
  )
}
