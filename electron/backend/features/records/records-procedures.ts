import { procedures } from '../../implement.ts'
import { findConversations, findPosts, readOptions } from './choose.ts'

const { records } = procedures

export const recordsProcedures = {
  options: records.options.handler(({ context }) => readOptions(context.backend.ledger.reader)),
  findPosts: records.findPosts.handler(({ input, context }) => findPosts(context.backend.ledger.reader, input)),
  findConversations: records.findConversations.handler(({ input, context }) => {
    const { ledger } = context.backend
    return findConversations(ledger.reader, input, ledger.settings().timeZone)
  }),
}
