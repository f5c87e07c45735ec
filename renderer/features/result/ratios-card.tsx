import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Insights, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { linesDrill, resultDrill } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import styles from './insights.module.css'
import { totalTarget } from './targets.ts'
import { withoutHours } from './use-result.ts'

/** Names the platforms give themselves. */
const PLATFORMS: Readonly<Record<string, string>> = {
  meta: 'Meta',
  google: 'Google Ads',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
}

interface RatiosCardProps {
  readonly insights: Insights
  readonly summary: ResultSummary
}

/** ROI and the three ways to compute a return on ad spend, side by side, each with what it hides. */
export function RatiosCard({ insights: { roi, roas }, summary }: RatiosCardProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const all = totalTarget(summary, t('drill.all'))
  const lacksHours = withoutHours(summary)
  const times = (basisPoints: number) => t('ratios.times', { factor: format.number(basisPoints / 10_000, 2) })
  return (
    <Card title={t('ratios.title')}>
      <dl className={styles.ratios}>
        <Ratio name={t('ratios.roi')} hides={t('ratios.roiHides')}>
          {roi !== null && !lacksHours && (
            <DrillLink drill={resultDrill(all, summary.totals)}>{format.percent(roi / 10_000)}</DrillLink>
          )}
        </Ratio>
        <Ratio name={t('ratios.claimed')} hides={t('ratios.claimedHides')}>
          {roas.claimed !== null && times(roas.claimed)}
        </Ratio>
        <Ratio name={t('ratios.own')} hides={t('ratios.ownHides')}>
          {roas.own !== null && <DrillLink drill={linesDrill('ads', all)}>{times(roas.own)}</DrillLink>}
        </Ratio>
        <Ratio name={t('ratios.loaded')} hides={t('ratios.loadedHides')}>
          {roas.loaded !== null && !lacksHours && (
            <DrillLink drill={linesDrill('cost', all)}>{times(roas.loaded)}</DrillLink>
          )}
        </Ratio>
      </dl>
      {roas.byPlatform.length > 0 && (
        <div className={styles.after}>
          <KeyValues
            items={roas.byPlatform.map(({ platform, spendCents, claimedCents }) => ({
              label: t('ratios.platform', { platform: PLATFORMS[platform] ?? platform }),
              value:
                claimedCents === null
                  ? t('ratios.notClaimed')
                  : t('ratios.claims', { amount: format.moneyRounded(claimedCents) }),
              remark: t('ratios.forSpend', { amount: format.moneyRounded(spendCents) }),
            }))}
          />
        </div>
      )}
    </Card>
  )
}

interface RatioProps {
  readonly name: string
  readonly hides: string
  /** False: it cannot be computed. */
  readonly children: ReactNode
}

function Ratio({ name, hides, children }: RatioProps) {
  return (
    <div className={styles.ratio}>
      <dt>{name}</dt>
      <dd>{children === false ? '–' : children}</dd>
      <p>{hides}</p>
    </div>
  )
}
