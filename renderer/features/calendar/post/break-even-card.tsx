import { Trans, useTranslation } from 'react-i18next'
import type { PostMoney } from '../../../../shared/contract/calendar-fields.ts'
import { postFormatNames } from '../../../../shared/i18n/post-format-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { TextLink } from '../../../ui/link-button.tsx'
import styles from './break-even.module.css'
import { useThisPost } from './this-post.ts'

/** Fewer say too little of what the next one brings. */
const ENOUGH_COMPARABLES = 3

interface CardProps {
  readonly money: PostMoney
}

export function BreakEvenCard({ money }: CardProps) {
  const { t } = useTranslation('post')
  return (
    <section className={styles.breakEven} aria-label={t('breakEven.title')}>
      <h3>{t('breakEven.title')}</h3>
      <p>
        <Needed money={money} /> <Compared money={money} />
      </p>
      <Brought money={money} />
    </section>
  )
}

function Needed({ money }: CardProps) {
  const { t } = useTranslation('post')
  const format = useFormat()
  const { marginBasisPoints, breakEvenCents, breakEvenOrders, plannedMinutes, openCents } = money
  if (marginBasisPoints === null || breakEvenCents === null)
    return (
      <>
        {t('breakEven.noMargin')} <TextLink href="/settings?tab=margin">{t('breakEven.setMargin')}</TextLink>
      </>
    )
  const isRateMissing = plannedMinutes !== null && openCents === null
  const rate = isRateMissing && (
    <>
      {t('breakEven.noRate')} <TextLink href="/settings?tab=people&open=rate">{t('money.toRates')}</TextLink>
    </>
  )
  if (breakEvenCents === 0) return rate || t('breakEven.free')
  const values = { margin: format.basisPoints(marginBasisPoints), revenue: format.moneyRounded(breakEvenCents) }
  const orders =
    breakEvenOrders === null
      ? t('breakEven.noPurchases')
      : t('breakEven.orders', { count: breakEvenOrders, formatted: format.number(breakEvenOrders) })
  return (
    <>
      <Trans t={t} i18nKey="breakEven.sentence" values={values} components={{ strong: <strong>{''}</strong> }} />{' '}
      {orders} {rate}
    </>
  )
}

/** What others of its format on its channel brought: a range, and of how many. */
function Compared({ money: { comparables } }: CardProps) {
  const { t } = useTranslation('post')
  const format = useFormat()
  const { detail, variant } = useThisPost()
  const shape = variant?.format ?? detail.format
  if (shape === null) return t('breakEven.noFormat')
  const values = { format: postFormatNames(format.language)[shape], count: comparables?.count ?? 0 }
  if (comparables === null || comparables.count < ENOUGH_COMPARABLES) return t('breakEven.tooFew', values)
  const number = (orders: number) => format.number(orders, Number.isInteger(orders) ? 0 : 1)
  const { minOrders, maxOrders } = comparables
  if (minOrders === maxOrders) return t('breakEven.comparedSame', { ...values, orders: number(minOrders) })
  return t('breakEven.compared', { ...values, from: number(minOrders), to: number(maxOrders) })
}

function Brought({ money: { netCents, orders } }: CardProps) {
  const { t } = useTranslation('post')
  const format = useFormat()
  if (netCents === 0 && orders === 0) return null
  const texts = { net: format.money(netCents), orders: format.number(orders, Number.isInteger(orders) ? 0 : 1) }
  return <p className={styles.brought}>{t('breakEven.brought', texts)}</p>
}
