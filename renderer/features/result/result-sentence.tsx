import { Trans, useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { useFormat } from '../../lib/use-format.ts'
import buttons from '../../ui/button.module.css'
import { cx } from '../../ui/class-names.ts'
import { Aside, Figure, Sentence } from '../../ui/sentence.tsx'
import type { Tone } from '../../ui/tone.ts'
import { type Drill, linesDrill, purchasesDrill, resultDrill } from './drill.ts'
import { useDrills } from './drill-store.ts'
import { ResultFacts } from './result-facts.tsx'
import { channelClauses, periodPhrase } from './sentence-parts.ts'
import { totalTarget } from './targets.ts'
import type { ResultView } from './use-result.ts'

interface LinkedFigureProps {
  readonly tone: Tone
  /** On paper a figure leads nowhere. */
  readonly drill: Drill | null
  readonly children?: ReactNode
}

/** Filled with the words of the sentence by <Trans>. A link, not a button: it breaks across lines like the words around it. */
function LinkedFigure({ tone, drill, children }: LinkedFigureProps) {
  const open = useDrills((state) => state.open)
  if (!drill) return <Figure tone={tone}>{children}</Figure>
  return (
    <Figure tone={tone}>
      <Link className={cx(buttons.link, buttons.figure)} onPress={() => open(drill)}>
        {children}
      </Link>
    </Figure>
  )
}

export interface ResultSentenceProps {
  readonly view: ResultView
  /** As text for the report, without links and the line of facts. */
  readonly isPrinted?: boolean
}

/** A result is a sentence first. */
export function ResultSentence({ view, isPrinted = false }: ResultSentenceProps) {
  const detail = isPrinted ? {} : { detail: <ResultFacts summary={view.summary} /> }
  return (
    <Sentence size={isPrinted ? 'm' : 'l'} {...detail}>
      <SentenceText view={view} isPrinted={isPrinted} />
    </Sentence>
  )
}

function SentenceText({ view, isPrinted }: Required<ResultSentenceProps>) {
  const { t } = useTranslation(['result', 'period'])
  const { t: tPeriod } = useTranslation('period')
  const { t: tResult } = useTranslation('result')
  const format = useFormat()
  const { summary, confidence, channels } = view
  const { totals } = summary
  const all = totalTarget(summary, t('drill.all'))
  const linked = (drill: Drill) => (isPrinted ? null : drill)
  const period = periodPhrase(summary.period, format, tPeriod)
  const { resultCents } = totals
  if (resultCents !== null) {
    const key = resultCents < 0 ? 'loss' : resultCents > 0 ? 'gain' : 'even'
    const tone = resultCents < 0 ? 'cost' : 'return'
    return (
      <Trans
        t={t}
        i18nKey={`sentence.${key}`}
        values={{
          period,
          amount: format.moneyRounded(Math.abs(resultCents)),
          channels: channelClauses(confidence.channels, channels, format, tResult),
        }}
        components={{
          figure: <LinkedFigure tone={tone} drill={linked(resultDrill(all, totals))} />,
          aside: <Aside>{''}</Aside>,
        }}
      />
    )
  }
  const lacksRate = totals.unpricedSeconds > 0
  const key = !lacksRate ? 'withoutMargin' : totals.contributionCents === null ? 'withoutBoth' : 'withoutRate'
  const nonLabour = totals.adsCents + totals.otherCostCents
  return (
    <Trans
      t={t}
      i18nKey={`sentence.${key}`}
      values={{
        period,
        cost: format.moneyRounded(totals.labourCents + nonLabour),
        revenue: format.moneyRounded(totals.netCents),
        contribution: format.moneyRounded(totals.contributionCents ?? 0),
        hours: format.hours(lacksRate ? totals.unpricedSeconds : totals.seconds),
      }}
      components={{
        cost: <LinkedFigure tone="cost" drill={linked(linesDrill('cost', all))} />,
        return: <LinkedFigure tone="return" drill={linked(purchasesDrill('contribution', all))} />,
        aside: <Aside>{''}</Aside>,
      }}
    />
  )
}
