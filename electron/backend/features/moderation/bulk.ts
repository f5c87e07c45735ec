/** The same turn for several conversations in one command: taken back in one step as well. */
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { findConversation } from './conversation-row.ts'
import { changeTopics, topicName } from './marks.ts'
import { resolve } from './responses.ts'
import { handOver, type NewHandover, snooze } from './turns.ts'

/** What is done already, batches among them, stays as it is: someone else may have been quicker. */
function unfinishedOf(db: Connection, ids: readonly number[]): number[] {
  return [...new Set(ids)].filter((id) => findConversation(db, id).status !== 'done')
}

export function resolveMany(db: Connection, context: CommandContext, ids: readonly number[]): null {
  for (const id of unfinishedOf(db, ids)) resolve(db, context, id, null)
  return null
}

export function snoozeMany(
  db: Connection,
  context: CommandContext,
  { ids, until }: { readonly ids: readonly number[]; readonly until: Instant | null },
): null {
  for (const id of unfinishedOf(db, ids)) snooze(db, context, id, until)
  return null
}

export function handOverMany(
  db: Connection,
  context: CommandContext,
  { ids, ...input }: Omit<NewHandover, 'id'> & { readonly ids: readonly number[] },
): null {
  for (const id of unfinishedOf(db, ids)) handOver(db, context, { ...input, id })
  return null
}

export function addTopicMany(
  db: Connection,
  context: CommandContext,
  { ids, topicId }: { readonly ids: readonly number[]; readonly topicId: number },
): null {
  topicName(db, topicId)
  for (const id of new Set(ids)) changeTopics(db, context, { id, add: [topicId], remove: [] })
  return null
}
