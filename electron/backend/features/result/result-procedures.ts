import { procedures } from '../../implement.ts'
import { confidenceOf } from './confidence.ts'
import { readExtent } from './rollup-store.ts'
import { summarise } from './summary.ts'

const { result } = procedures

export const resultProcedures = {
  extent: result.extent.handler(({ context }) => readExtent(context.backend.ledger.reader)),
  summary: result.summary.handler(({ input, context }) => {
    const { ledger } = context.backend
    return summarise(ledger.reader, ledger.settings(), input)
  }),
  confidence: result.confidence.handler(({ input, context }) =>
    confidenceOf(context.backend.ledger.reader, input.period, input.model),
  ),
}
