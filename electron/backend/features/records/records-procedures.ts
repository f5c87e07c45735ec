import { removeRecord } from '../../database/references.ts'
import { procedures } from '../../implement.ts'
import { findConversations, findPosts, readOptions } from './choose.ts'
import * as conversations from './conversation-store.ts'
import { mergeRecords } from './merge.ts'
import * as named from './named-store.ts'
import * as posts from './post-store.ts'
import { assignWork, readWork } from './work-store.ts'

const { records } = procedures

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
  addPost: records.addPost.handler(({ input, context }) =>
    context.backend.ledger.run('records.addPost', input.commandId, (db) => posts.addPost(db, input.post)),
  ),
  updatePost: records.updatePost.handler(({ input, context }) =>
    context.backend.ledger.run('records.updatePost', input.commandId, (db) => {
      posts.updatePost(db, input.id, input.post)
      return input.id
    }),
  ),

  conversations: records.conversations.handler(({ input: { filter, cursor, limit }, context }) => {
    const { ledger } = context.backend
    const page = conversations.readConversations(ledger.reader, filter, cursor, limit, ledger.settings().timeZone)
    return { ...page, count: cursor === null ? conversations.countConversations(ledger.reader, filter) : null }
  }),
  addConversation: records.addConversation.handler(({ input, context }) =>
    context.backend.ledger.run('records.addConversation', input.commandId, (db, { settings }) =>
      conversations.addConversation(db, input.conversation, settings.timeZone),
    ),
  ),
  updateConversation: records.updateConversation.handler(({ input, context }) =>
    context.backend.ledger.run('records.updateConversation', input.commandId, (db, { settings }) => {
      conversations.updateConversation(db, input.id, input.conversation, settings.timeZone)
      return input.id
    }),
  ),

  named: records.named.handler(({ input, context }) => named.readNamed(context.backend.ledger.reader, input.list)),
  addNamed: records.addNamed.handler(({ input, context }) =>
    context.backend.ledger.run('records.addNamed', input.commandId, (db) => named.addNamed(db, input.list, input.name)),
  ),
  updateNamed: records.updateNamed.handler(({ input, context }) =>
    context.backend.ledger.run('records.updateNamed', input.commandId, (db) => {
      named.updateNamed(db, input.list, input.id, input.name, input.slug)
      return input.id
    }),
  ),

  remove: records.remove.handler(({ input, context }) =>
    context.backend.ledger.run('records.remove', input.commandId, (db) => {
      removeRecord(db, input.kind, input.id)
      return input.id
    }),
  ),
  merge: records.merge.handler(({ input, context }) =>
    context.backend.ledger.run('records.merge', input.commandId, (db) => {
      mergeRecords(db, input.kind, input.fromId, input.intoId)
      return input.intoId
    }),
  ),

  work: records.work.handler(({ input, context }) => readWork(context.backend.ledger.reader, input.filter)),
  assign: records.assign.handler(({ input, context }) =>
    context.backend.ledger.run('records.assign', input.commandId, (db) => {
      assignWork(db, input.filter, input.groups, input.patch)
      return null
    }),
  ),
}
