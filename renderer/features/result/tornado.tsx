import { useTranslation } from 'react-i18next'
import type { Sensitivity } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { cx } from '../../ui/class-names.ts'
import { useAssumptions } from './assumptions.ts'
import styles from './tornado.module.css'

type Bar = Sensitivity['bars'][number]

export interface TornadoProps {
  readonly baseCents: number
  /** The widest first. */
  readonly bars: readonly Bar[]
}

/** From the lowest to the highest result under each assumption, around the result as it is. */
export function Tornado({ baseCents, bars }: TornadoProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const nameOf = useAssumptions()
  const scale = scaleOf(baseCents, bars)
  const zero = scale.at(0)
  return (
    <div className={styles.tornado}>
      <ul className={styles.bars}>
        {bars.map(({ factor, low, high }) => {
          const isSame = low.cents === high.cents
          const from = Math.min(low.cents, baseCents)
          const to = Math.max(high.cents, baseCents)
          const text = t('tornado.spoken', {
            factor: t(`tornado.factors.${factor}`),
            lowest: format.moneyRounded(low.cents),
            lowestAt: nameOf(factor, low.value),
            highest: format.moneyRounded(high.cents),
            highestAt: nameOf(factor, high.value),
          })
          return (
            <li key={factor} className={styles.row} aria-label={text}>
              <span className={styles.factor} aria-hidden>
                {t(`tornado.factors.${factor}`)}
              </span>
              <span className={cx(styles.end, styles.low)} aria-hidden>
                {!isSame && (
                  <>
                    <b>{format.moneyRounded(low.cents)}</b>
                    <small>{nameOf(factor, low.value)}</small>
                  </>
                )}
              </span>
              <span className={styles.track} aria-hidden>
                <span className={styles.worse} style={place(scale.at(from), scale.at(baseCents))} />
                <span className={styles.better} style={place(scale.at(baseCents), scale.at(to))} />
                {zero !== null && <span className={styles.zero} style={{ left: `${zero}%` }} />}
                <span className={styles.base} style={{ left: `${scale.at(baseCents)}%` }} />
              </span>
              <span className={styles.end} aria-hidden>
                {isSame ? (
                  <small>{t('tornado.noDifference')}</small>
                ) : (
                  <>
                    <b>{format.moneyRounded(high.cents)}</b>
                    <small>{nameOf(factor, high.value)}</small>
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <p className={styles.legend}>
        {t('tornado.base', { amount: format.moneyRounded(baseCents) })}{' '}
        {zero === null ? t(baseCents < 0 ? 'tornado.neverAbove' : 'tornado.neverBelow') : t('tornado.crosses')}
      </p>
    </div>
  )
}

function place(from: number | null, to: number | null) {
  const [left, right] = [from ?? 0, to ?? 0]
  return { left: `${left}%`, width: `${Math.max(0, right - left)}%` }
}

/** Percent of the width for an amount; zero only where it lies within what is shown. */
function scaleOf(baseCents: number, bars: readonly Bar[]): { at(cents: number): number | null } {
  const from = Math.min(baseCents, ...bars.map(({ low }) => low.cents))
  const to = Math.max(baseCents, ...bars.map(({ high }) => high.cents))
  const span = Math.max(1, to - from)
  return { at: (cents) => (cents < from || cents > to ? null : ((cents - from) / span) * 100) }
}
