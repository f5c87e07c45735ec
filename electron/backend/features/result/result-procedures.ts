import { procedures } from '../../implement.ts'
import { confidenceOf } from './confidence.ts'
import { insightsOf } from './insights.ts'
import { opportunityOf } from './opportunity.ts'
import { readExtent } from './rollup-store.ts'
import { sensitivityOf } from './sensitivity.ts'
import { summarise } from './summary.ts'

const { result } = procedures

export const resultProcedures = {
  extent: result.extent.handler(({ context }) => readExtent(context.backend.ledger.reader)),
  summary: result.summary.handler(({ input, context }) => {
    const { ledger } = context.backend
    return summarise(ledger.reader, ledger.settings(), input)
  }),
  confidence: result.confidence.handler(({ input, context }) => {
    const { ledger } = context.backend
    return confidenceOf(ledger.reader, ledger.settings(), input)
  }),
  sensitivity: result.sensitivity.handler(({ input, context }) => {
    const { ledger } = context.backend
    return sensitivityOf(ledger.reader, ledger.settings(), input)
  }),
  insights: result.insights.handler(({ input, context }) => {
    const { ledger } = context.backend
    return insightsOf(ledger.reader, ledger.settings(), input)
  }),
  opportunity: result.opportunity.handler(({ input, context }) =>
    opportunityOf(context.backend.ledger.reader, input.period),
  ),
}
