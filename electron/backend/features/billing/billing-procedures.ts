import { procedures } from '../../implement.ts'

const { billing } = procedures

export const billingProcedures = {
  status: billing.status.handler(({ context }) => ({
    hasRates: context.backend.ledger.reader.prepare<[]>('SELECT 1 FROM billing_rate LIMIT 1').get() !== undefined,
  })),
}
