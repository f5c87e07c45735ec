import { procedures } from '../../implement.ts'
import { understand } from './understand.ts'

const { time } = procedures

export const understandProcedures = {
  understand: time.understand.handler(({ input, context }) => {
    const { ledger } = context.backend
    return understand(ledger.reader, input, { now: ledger.now(), settings: ledger.settings() })
  }),
}
