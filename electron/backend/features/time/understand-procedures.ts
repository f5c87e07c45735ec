import { expected } from '../../database/expected.ts'
import { procedures } from '../../implement.ts'

const { time } = procedures

export const understandProcedures = {
  understand: time.understand.handler(() => {
    throw expected('not_found', { what: 'understand' })
  }),
}
