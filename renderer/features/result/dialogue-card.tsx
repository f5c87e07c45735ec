import { useTranslation } from 'react-i18next'
import type { Insights, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { linesDrill } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import { conversationsDrill } from './link-drills.ts'
import styles from './insights.module.css'
import { totalTarget } from './targets.ts'

export interface DialogueCardProps {
  readonly dialogue: Insights['dialogue']
  readonly summary: ResultSummary
}

/** How much of the work was answering people, and what came from people who were answered. */
export function DialogueCard({ dialogue, summary }: DialogueCardProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { share, dividendNetCents: net, dividendContributionCents: contribution } = dialogue
  const all = totalTarget(summary, t('dialogue.dividend'))
  const target = { ...totalTarget(summary, t('dialogue.name')), activity: 'dialogue' } as const
  return (
    <Card title={t('dialogue.title')} className={styles.full}>
      <div className={styles.lead}>
        <p className={styles.big}>
          {share === null ? (
            t('dialogue.unknown')
          ) : (
            <DrillLink drill={linesDrill('hours', target)}>{format.percent(share / 10_000)}</DrillLink>
          )}
        </p>
        <p className={styles.note}>{t(share === null ? 'dialogue.noHours' : 'dialogue.share')}</p>
      </div>
      {net === 0 ? (
        <p className={styles.note}>{t('dialogue.noDividend')}</p>
      ) : (
        <>
          <KeyValues
            items={[
              {
                label: t('dialogue.dividend'),
                value: <DrillLink drill={conversationsDrill('net', all)}>{format.moneyRounded(net)}</DrillLink>,
              },
              contribution === null
                ? null
                : {
                    label: t('table.contribution'),
                    value: (
                      <DrillLink drill={conversationsDrill('contribution', all)}>
                        {format.moneyRounded(contribution)}
                      </DrillLink>
                    ),
                  },
            ]}
          />
          <p className={styles.note}>{t('dialogue.explicit')}</p>
        </>
      )}
    </Card>
  )
}
