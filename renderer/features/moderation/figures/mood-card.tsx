import { useTranslation } from 'react-i18next'
import { SENTIMENTS } from '../../../../shared/domain/conversation.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { FigureLink } from './figure-link.tsx'
import styles from './figures.module.css'
import type { FactsProps } from './times-card.tsx'

/** How it sounded, and how much of it was negative beside how many people were reached. */
export function MoodCard({ total, onOpen }: FactsProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const names = conversationNames(format.language).sentiments
  const { positiveBasisPoints: share, negativePerThousand, reach, reachedNegative } = total
  const judged = SENTIMENTS.reduce((sum, sentiment) => sum + total[sentiment], 0)
  if (judged === 0) {
    return (
      <Card title={t('mood.title')}>
        <p className={styles.quiet}>{t('mood.none')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('mood.title')}>
      <MoodBar total={total} judged={judged} />
      <KeyValues
        items={[
          {
            label: t('mood.positiveShare'),
            value: (
              <FigureLink drill={{ measure: 'positive', group: null }} count={total.positive} onOpen={onOpen}>
                {share === null ? '–' : format.percent(share / 10_000)}
              </FigureLink>
            ),
            remark: t('mood.positiveRemark'),
          },
          ...SENTIMENTS.map((sentiment) => ({
            label: names[sentiment],
            value: (
              <FigureLink drill={{ measure: sentiment, group: null }} count={total[sentiment]} onOpen={onOpen}>
                {format.number(total[sentiment])}
              </FigureLink>
            ),
          })),
          {
            label: t('mood.perThousand'),
            value:
              negativePerThousand === null ? (
                '–'
              ) : (
                <FigureLink drill={{ measure: 'reachedNegative', group: null }} count={reachedNegative} onOpen={onOpen}>
                  {format.number(negativePerThousand, 2)}
                </FigureLink>
              ),
            remark: reach === null ? t('mood.unknownReach') : t('mood.reach', { reach: format.number(reach) }),
          },
        ]}
      />
    </Card>
  )
}

/** The four moods as parts of one bar; the figures below say the same. */
function MoodBar({ total, judged }: { readonly total: FactsProps['total']; readonly judged: number }) {
  return (
    <div className={styles.moods} aria-hidden>
      {SENTIMENTS.map((sentiment) => (
        <span
          key={sentiment}
          className={styles[sentiment]}
          style={{ width: `${(total[sentiment] / judged) * 100}%` }}
        />
      ))}
    </div>
  )
}
