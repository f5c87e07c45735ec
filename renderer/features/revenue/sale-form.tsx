import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sale } from '../../../shared/contract/revenue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { type Country, draftOf, inputOf, newSale, problemsOf } from './sale-draft.ts'
import { SaleFields } from './sale-fields.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { useFieldErrors } from '../../lib/use-field-errors.ts'

export interface SaleFormProps {
  /** Null: a new one. */
  readonly sale: Sale | null
  onClose(): void
}

const FIELDS = ['name', 'day', 'paidCents', 'taxCents', 'refundedCents'] as const

export function SaleForm(props: SaleFormProps) {
  const status = useQuery(api.app.status.queryOptions())
  const settings = useQuery(api.settings.ledger.queryOptions())
  const today = status.data?.today
  if (today === undefined || !settings.data) return null
  const { marginBasisPoints, holidayRegion } = settings.data
  return <OpenForm {...props} today={today} country={holidayRegion.country} margin={marginBasisPoints} />
}

interface OpenFormProps extends SaleFormProps {
  readonly today: Day
  readonly country: Country
  readonly margin: number | null
}

function OpenForm({ sale, onClose, today, country, margin }: OpenFormProps) {
  const { t } = useTranslation('revenue')
  const [draft, setDraft] = useState(() => (sale ? draftOf(sale, country) : newSale(today, country)))
  const [isChecked, setIsChecked] = useState(false)
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  const add = useCommand(client.revenue.addSale, { done: t('sale.added'), errors: 'caller' })
  const update = useCommand(client.revenue.updateSale, { done: t('sale.updated'), errors: 'caller' })
  const remove = useCommand(client.revenue.removeSale, { done: t('sale.removed') })
  const command = sale ? update : add
  // A field that cannot be read says so itself.
  const problems = Object.entries(problemsOf(draft)).filter(([field]) => !unreadable.includes(field))
  const errors = useFieldErrors(FIELDS, isChecked ? Object.fromEntries(problems) : {}, command.error)

  async function save() {
    setIsChecked(true)
    const input = inputOf(draft)
    if (unreadable.length > 0 || !input) return
    const receipt = sale ? await update.run({ id: sale.id, sale: input }) : await add.run({ sale: input })
    if (receipt) onClose()
  }

  async function removeIt(id: number) {
    if (await remove.run({ id })) onClose()
  }

  return (
    <RecordDialog
      title={t(sale ? 'sale.edit' : 'sale.add')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      removal={sale ? { isRunning: remove.isRunning, run: () => removeIt(sale.id) } : undefined}
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
        onValidityChange={(field, isValid) =>
          setUnreadable((before) => [...before.filter((name) => name !== field), ...(isValid ? [] : [field])])
        }
      />
    </RecordDialog>
  )
}
