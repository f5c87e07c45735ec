import type { ConversationDraft } from '../../../../shared/contract/records.ts'
import { removeRecord } from '../../database/references.ts'
import { command, commandOn, procedures } from '../../implement.ts'
import { findConversations, findPosts, readOptions } from './choose.ts'
import * as conversations from './conversation-store.ts'
import { mergeRecords } from './merge.ts'
import * as named from './named-store.ts'
import * as posts from './post-store.ts'
import { assignWork, readWork } from './work-store.ts'

const { records } = procedures

const updateNoted = commandOn<{ commandId: string; id: number; conversation: ConversationDraft }>(
  (db, input, running) => conversations.updateConversation(db, running, input.id, input.conversation),
)

export const recordsProcedures = {
  options: records.options.handler(({ context }) => readOptions(context.backend.ledger.reader)),
  findPosts: records.findPosts.handler(({ input, context }) => findPosts(context.backend.ledger.reader, input)),
  findConversations: records.findConversations.handler(({ input, context }) => {
    const { ledger } = context.backend
    return findConversations(ledger.reader, input, ledger.settings().timeZone)
  }),

  posts: records.posts.handler(({ input: { filter, cursor, limit }, context }) => {
    const db = context.backend.ledger.reader
    const rows = posts.readPosts(db, filter, cursor, limit)
    const last = rows.at(-1)
    return {
      rows,
      next: last && rows.length === limit ? { day: last.publishedOn, id: last.id } : null,
      count: cursor === null ? posts.countPosts(db, filter) : null,
    }
  }),
  addPost: records.addPost.handler(command((db, input) => posts.addPost(db, input.post))),
  updatePost: records.updatePost.handler(commandOn((db, input) => posts.updatePost(db, input.id, input.post))),

  conversations: records.conversations.handler(({ input: { filter, cursor, limit }, context }) => {
    const { ledger } = context.backend
    const page = conversations.readConversations(ledger.reader, filter, cursor, limit, ledger.settings().timeZone)
    return { ...page, count: cursor === null ? conversations.countConversations(ledger.reader, filter) : null }
  }),
  addConversation: records.addConversation.handler(
    command((db, input, running) => conversations.addConversation(db, running, input.conversation)),
  ),
  updateConversation: records.updateConversation.handler((call) => {
    const { backend } = call.context
    const { commandId, id, conversation } = call.input
    const { timeZone } = backend.ledger.settings()
    const place = { timeZone, now: backend.now() }
    const patch = conversations.changesOfLogged(backend.ledger.reader, id, conversation, place)
    return patch === null ? updateNoted(call) : backend.ask.moderation.edit({ commandId, id, patch })
  }),

  named: records.named.handler(({ input, context }) => named.readNamed(context.backend.ledger.reader, input.list)),
  addNamed: records.addNamed.handler(command((db, input) => named.addNamed(db, input.list, input.name))),
  updateNamed: records.updateNamed.handler(
    commandOn((db, input) => named.updateNamed(db, input.list, input.id, input.name, input.slug)),
  ),

  remove: records.remove.handler(commandOn((db, input) => removeRecord(db, input.kind, input.id))),
  merge: records.merge.handler(
    command((db, input, running) => {
      mergeRecords(db, running, input)
      return input.intoId
    }),
  ),

  work: records.work.handler(({ input, context }) => readWork(context.backend.ledger.reader, input.filter)),
  assign: records.assign.handler(
    command((db, input) => {
      assignWork(db, input.filter, input.groups, input.patch)
      return null
    }),
  ),
}
