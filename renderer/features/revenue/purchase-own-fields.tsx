import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../../shared/contract/revenue.ts'
import { SALE_STATUSES } from '../../../shared/domain/revenue-kinds.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFieldErrors } from '../../lib/use-field-errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import fields from '../../ui/list-view.module.css'
import { MoneyField } from '../../ui/money-field.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { OwnerFields } from './owner-fields.tsx'
import styles from './revenue.module.css'
import { sourceName } from './source-name.ts'
import { useUnreadable } from './use-form-basics.ts'

const FIELDS = ['refundedCents', 'marginBasisPoints'] as const

type Draft = ReturnType<typeof startOf>

function startOf(purchase: Purchase) {
  return {
    marginBasisPoints: purchase.marginBasisPoints,
    clientId: purchase.clientId,
    beneficiary: purchase.beneficiary,
    note: purchase.note,
    refundedCents: purchase.refundedCents as number | null,
    status: SALE_STATUSES.find((status) => status === purchase.status) ?? ('paid' as const),
  }
}

/** What a person says of a purchase whose amounts stand elsewhere. */
export function PurchaseOwnFields({ purchase }: { readonly purchase: Purchase }) {
  const { t } = useTranslation('revenue')
  const [draft, setDraft] = useState(() => startOf(purchase))
  const unreadable = useUnreadable()
  const command = useCommand(client.revenue.updatePurchase, { done: t('purchase.updated'), errors: 'caller' })
  const isTooMuch = (draft.refundedCents ?? 0) > purchase.paidCents
  const errors = useFieldErrors(FIELDS, isTooMuch ? { refundedCents: 'refund_above_price' } : {}, command.error)
  const isOfSubscription = purchase.kind === 'subscription'
  const isChanged = JSON.stringify(draft) !== JSON.stringify(startOf(purchase))
  const change = (changes: Partial<Draft>) => {
    command.clearError()
    setDraft((before) => ({ ...before, ...changes }))
  }

  async function save() {
    if (unreadable.fields.length > 0 || isTooMuch) return
    const { refundedCents, status, ...own } = draft
    const patch = isOfSubscription ? { ...own, refundedCents: refundedCents ?? 0, status } : own
    await command.run({ id: purchase.id, patch })
  }

  return (
    <form
      className={styles.own}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3 className={styles.heading}>{t('purchase.own')}</h3>
      {errors.general && <ErrorPanel error={errors.general} />}
      <div className={fields.fields}>
        <PercentField
          label={t('sale.margin')}
          value={draft.marginBasisPoints}
          onChange={(marginBasisPoints) => change({ marginBasisPoints })}
          onValidityChange={(isValid) => unreadable.onValidityChange('marginBasisPoints', isValid)}
          description={useMarginHelp(purchase)}
          {...errors.of('marginBasisPoints')}
        />
        <OwnerFields clientId={draft.clientId} beneficiary={draft.beneficiary} onChange={change} />
        {isOfSubscription && (
          <PaymentFields
            draft={draft}
            refundError={errors.of('refundedCents')}
            onChange={change}
            onValidityChange={unreadable.onValidityChange}
          />
        )}
      </div>
      <TextArea
        label={t('sale.note')}
        value={draft.note}
        onChange={(note) => change({ note })}
        maxLength={2000}
        rows={2}
      />
      {isChanged && (
        <div>
          <Button type="submit" variant="primary" isPending={command.isRunning}>
            {t('purchase.save')}
          </Button>
        </div>
      )}
    </form>
  )
}

interface PaymentFieldsProps {
  readonly draft: Draft
  readonly refundError: { readonly errorMessage?: string }
  onChange(changes: Partial<Draft>): void
  onValidityChange(field: string, isValid: boolean): void
}

/** A payment of a subscription can fail or be given back. */
function PaymentFields({ draft, refundError, onChange, onValidityChange }: PaymentFieldsProps) {
  const { t } = useTranslation('revenue')
  return (
    <>
      <MoneyField
        label={t('sale.refunded')}
        value={draft.refundedCents}
        onChange={(refundedCents) => onChange({ refundedCents })}
        onValidityChange={(isValid) => onValidityChange('refundedCents', isValid)}
        {...refundError}
      />
      <Select
        label={t('sale.status')}
        value={draft.status}
        options={SALE_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        onChange={(status) => onChange({ status })}
      />
    </>
  )
}

function useMarginHelp({ margin, source }: Purchase): string {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  if (margin.origin === 'event' || margin.basisPoints === null) return t('sale.marginHelpNone')
  const origin = t(`purchase.origins.${margin.origin}`, { source: sourceName(source, t) })
  return t('sale.marginHelp', { margin: format.basisPoints(margin.basisPoints), origin })
}
