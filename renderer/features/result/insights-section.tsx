import { useQuery } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Columns, Stack } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BestHoursCard } from './best-hours-card.tsx'
import { BreakEvenCard } from './break-even-card.tsx'
import { CustomersCard } from './customers-card.tsx'
import { DialogueCard } from './dialogue-card.tsx'
import { PipelineCard } from './pipeline-card.tsx'
import { RatiosCard } from './ratios-card.tsx'
import { UnlovedCard } from './unloved-card.tsx'
import type { Asked, ResultView } from './use-result.ts'

export interface InsightsSectionProps {
  readonly asked: Asked
  readonly view: ResultView
}

const HALVES = 'minmax(0, 1fr) minmax(0, 1fr)'

/** Ratios and findings beside the result, each with what it does not say. */
export function InsightsSection({ asked, view }: InsightsSectionProps) {
  const describe = useErrorTexts()
  const { data, error } = useQuery(api.result.insights.queryOptions({ input: asked }))
  if (!data) {
    return error ? <ErrorPanel error={describe(error)} /> : <Skeleton height={280} />
  }
  const { summary } = view
  return (
    <>
      <Columns template={HALVES}>
        <RatiosCard insights={data} summary={summary} />
        <Stack>
          <BreakEvenCard view={view} />
          <CustomersCard customers={data.customers} summary={summary} />
        </Stack>
      </Columns>
      <Columns template={HALVES}>
        <BestHoursCard bestHours={data.bestHours} summary={summary} />
        <UnlovedCard insights={data} summary={summary} />
      </Columns>
      <Columns template={HALVES}>
        <DialogueCard dialogue={data.dialogue} summary={summary} />
        <PipelineCard pipeline={data.pipeline} />
      </Columns>
    </>
  )
}
