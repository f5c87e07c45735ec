import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../../shared/contract/revenue.ts'
import type { Format } from '../../lib/format.ts'
import { rateText } from '../../lib/rate-text.ts'
import { useFormat } from '../../lib/use-format.ts'
import { KeyValues } from '../../ui/key-values.tsx'
import { Money } from '../../ui/money.tsx'
import { sourceName } from './source-name.ts'
import { statusText } from './purchase-columns.tsx'

/** From what was paid to what is left, each step with its reason. */
export function PurchaseAmounts({ purchase }: { readonly purchase: Purchase }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const { refundedCents, taxKeptCents, netCents, contributionCents, items } = purchase
  const status = statusText(purchase.status, t)
  return (
    <KeyValues
      items={[
        { label: t('purchase.kind'), value: t(`kinds.${purchase.kind}`) },
        {
          label: t('purchase.status'),
          value: status,
          ...(!purchase.isCounted && { remark: t('purchase.uncounted') }),
        },
        { label: t('purchase.day'), value: whenText(purchase, format, t) },
        purchase.client === null ? null : { label: t('sale.client'), value: purchase.client },
        {
          label: t('purchase.paid'),
          value: <Money cents={purchase.paidCents} />,
          ...(purchase.foreign && { remark: foreignText(purchase.foreign, format, t) }),
        },
        refundedCents === 0
          ? null
          : { label: t('purchase.refunded'), value: <Money cents={-refundedCents} tone="cost" /> },
        taxKeptCents === 0 ? null : { label: t('purchase.tax'), value: <Money cents={-taxKeptCents} /> },
        { label: t('purchase.net'), value: <Money cents={netCents} /> },
        { label: t('purchase.margin'), ...marginTexts(purchase, format, t) },
        {
          label: t('purchase.contribution'),
          value: <Money cents={contributionCents} tone={contributionCents ? 'return' : 'neutral'} />,
        },
        items.length === 0
          ? null
          : { label: t('purchase.items'), value: items.map(({ product }) => product).join(', ') },
        purchase.note === '' || purchase.sale === null ? null : { label: t('sale.note'), value: purchase.note },
      ]}
    />
  )
}

/** Only orders know their time; the rest happened on a day. */
function whenText({ kind, day, time }: Purchase, format: Format, t: TFunction<'revenue'>): string {
  return kind === 'order' ? t('purchase.at', { day: format.day(day), time }) : format.day(day)
}

function foreignText(foreign: NonNullable<Purchase['foreign']>, format: Format, t: TFunction<'revenue'>): string {
  return t('purchase.foreign', {
    amount: `${format.number(foreign.cents / 100, 2)} ${foreign.currency}`,
    rate: rateText(foreign.rateMillionths, format.language),
  })
}

function marginTexts({ margin, source }: Purchase, format: Format, t: TFunction<'revenue'>) {
  if (margin.basisPoints === null) return { value: t('purchase.noMargin') }
  const remark = t(`purchase.origins.${margin.origin}`, { source: sourceName(source, t) })
  return { value: format.basisPoints(margin.basisPoints), remark }
}
