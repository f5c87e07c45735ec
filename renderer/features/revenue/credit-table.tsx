import { useTranslation } from 'react-i18next'
import type { PurchaseTouch } from '../../../shared/contract/revenue.ts'
import { ATTRIBUTION_MODELS } from '../../../shared/domain/attribution.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './revenue.module.css'
import { placeText } from './touch-text.ts'

/** The most recent ones; what is older has hardly any weight left. */
const MAX_ROWS = 30

/** Which part of the purchase each model gives to each touch. */
export function CreditTable({ touches }: { readonly touches: readonly PurchaseTouch[] }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const counting = touches.filter((touch) => touch.state === 'counts').slice(-MAX_ROWS)
  if (counting.length < 2) return <p className={styles.quiet}>{t('touch.creditSame')}</p>
  return (
    <div className={styles.credit}>
      <table aria-label={t('touch.credit')}>
        <thead>
          <tr>
            <th scope="col">{t('touch.creditTouch')}</th>
            {ATTRIBUTION_MODELS.map((model) => (
              <th key={model} scope="col" title={t(`models.${model}`)}>
                {t(`modelsShort.${model}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counting.map((touch) => (
            <tr key={touch.id}>
              <th scope="row">{`${format.dayShort(touch.day)} ${placeText(touch, t)}`}</th>
              {ATTRIBUTION_MODELS.map((model) => (
                <td key={model} {...(touch.credit[model] === 0 && { 'data-none': true })}>
                  {touch.credit[model] === 0 ? '–' : format.percent(touch.credit[model])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
