import { Trans, useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { sentenceKind } from '../../../shared/report/sentence.ts'
import { useFormat } from '../../lib/use-format.ts'
import buttons from '../../ui/button.module.css'
import { cx } from '../../ui/class-names.ts'
import { Aside, Figure, Sentence } from '../../ui/sentence.tsx'
import type { Tone } from '../../ui/tone.ts'
import { ComparisonLine } from './comparison-line.tsx'
import { type Drill, linesDrill, purchasesDrill, resultDrill } from './drill.ts'
import { useDrills } from './drill-store.ts'
import { ResultFacts } from './result-facts.tsx'
import { channelClauses, periodPhrase } from './sentence-parts.ts'
import { totalTarget } from './targets.ts'
import type { ResultView } from './use-result.ts'

interface LinkedFigureProps {
  readonly tone: Tone
  readonly drill: Drill
  readonly children?: ReactNode
}

/** Filled with the words of the sentence by <Trans>. A link, not a button: it breaks across lines like the words around it. */
function LinkedFigure({ tone, drill, children }: LinkedFigureProps) {
  const open = useDrills((state) => state.open)
  return (
    <Figure tone={tone}>
      <Link className={cx(buttons.link, buttons.figure)} onPress={() => open(drill)}>
        {children}
      </Link>
    </Figure>
  )
}

/** A result is a sentence first. */
export function ResultSentence({ view }: { readonly view: ResultView }) {
  const { summary, compared } = view
  const detail = (
    <>
      <ResultFacts summary={summary} />
      {compared && <ComparisonLine summary={summary} compared={compared} />}
    </>
  )
  return (
    <Sentence size="l" detail={detail}>
      <SentenceText view={view} />
    </Sentence>
  )
}

function SentenceText({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation(['result', 'period'])
  const { t: tPeriod } = useTranslation('period')
  const { t: tResult } = useTranslation('result')
  const format = useFormat()
  const { summary, confidence, channels } = view
  const { totals } = summary
  const all = totalTarget(summary, t('drill.all'))
  const cost = totals.labourCents + totals.adsCents + totals.otherCostCents
  return (
    <Trans
      t={t}
      i18nKey={`sentence.${sentenceKind(summary)}`}
      values={{
        period: periodPhrase(summary.period, format, tPeriod),
        amount: format.moneyRounded(Math.abs(totals.resultCents ?? 0)),
        channels: channelClauses(confidence.rows, channels, format, tResult),
        cost: format.moneyRounded(cost),
        revenue: format.moneyRounded(totals.netCents),
        contribution: format.moneyRounded(totals.contributionCents ?? 0),
        hours: format.hours(totals.unpricedSeconds),
        allHours: format.hours(totals.seconds),
      }}
      components={{
        figure: (
          <LinkedFigure tone={(totals.resultCents ?? 0) < 0 ? 'cost' : 'return'} drill={resultDrill(all, totals)} />
        ),
        cost: <LinkedFigure tone="cost" drill={linesDrill('cost', all)} />,
        return: <LinkedFigure tone="return" drill={purchasesDrill('contribution', all)} />,
        aside: <Aside>{''}</Aside>,
      }}
    />
  )
}
