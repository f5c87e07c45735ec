import { Trans, useTranslation } from 'react-i18next'
import type { FigureFilter, ModerationFigures } from '../../../../shared/contract/moderation-figures.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Figure, Sentence } from '../../../ui/sentence.tsx'
import type { FigureDrill } from './figures-address.ts'
import { FigureLink } from './figure-link.tsx'

export interface FiguresSentenceProps {
  readonly total: ModerationFigures
  readonly before: { readonly period: Period; readonly figures: ModerationFigures } | null
  readonly filter: FigureFilter
  onOpen(drill: FigureDrill): void
}

/** How fast was answered, in one sentence; what it was before under it. */
export function FiguresSentence({ total, before, filter: { period }, onOpen }: FiguresSentenceProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const { medianSeconds } = total.first
  const { withinBasisPoints: within } = total.firstStanding
  const conversations = (count: number) => t('sentence.conversations', { count })
  return (
    <Sentence
      detail={
        <>
          <Before before={before} />
          {total.unanswered > 0 && (
            <>
              <FigureLink drill={{ measure: 'unanswered', group: null }} count={total.unanswered} onOpen={onOpen}>
                {t('sentence.unanswered', { count: total.unanswered })}
              </FigureLink>{' '}
            </>
          )}
          {total.batched > 0 && t('sentence.batches', { conversations: conversations(total.batched) })}
        </>
      }
    >
      <Trans
        t={t}
        i18nKey={medianSeconds === null ? 'sentence.none' : within === null ? 'sentence.times' : 'sentence.all'}
        count={total.conversations}
        values={{
          period: format.dayRange(period.from, period.to),
          conversations: conversations(total.conversations),
          median: medianSeconds === null ? '' : format.duration(medianSeconds),
          share: within === null ? '' : format.percent(within / 10_000),
        }}
        components={{ figure: <Figure>{''}</Figure>, share: <Figure>{''}</Figure> }}
      />
    </Sentence>
  )
}

function Before({ before }: Pick<FiguresSentenceProps, 'before'>) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  if (before === null) return null
  const { figures, period } = before
  const { medianSeconds } = figures.first
  const { withinBasisPoints: within } = figures.firstStanding
  const values = {
    period: format.dayRange(period.from, period.to),
    conversations: t('sentence.conversations', { count: figures.conversations }),
  }
  const text =
    medianSeconds === null || within === null
      ? t('sentence.beforeCount', values)
      : t('sentence.before', {
          ...values,
          count: figures.conversations,
          median: format.duration(medianSeconds),
          share: format.percent(within / 10_000),
        })
  return <>{text} </>
}
