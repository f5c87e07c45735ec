import { procedures } from '../../implement.ts'
import { readPage, readTimeline } from './entry-reads.ts'
import { readEntry } from './entry-rows.ts'
import * as writes from './entry-writes.ts'

const { time } = procedures

export const entryProcedures = {
  timeline: time.timeline.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readTimeline(ledger.reader, { ...input, timeZone: ledger.settings().timeZone, now: ledger.now() })
  }),
  list: time.list.handler(({ input: { filter, cursor, limit }, context }) =>
    readPage(context.backend.ledger.reader, filter, cursor, limit),
  ),
  entry: time.entry.handler(({ input, context }) => readEntry(context.backend.ledger.reader, input.id)),

  add: time.add.handler(({ input, context }) =>
    context.backend.ledger.run('time.add', input.commandId, (db, command) =>
      writes.addEntries(db, command, input.entries, input.onOverlap),
    ),
  ),
  update: time.update.handler(({ input, context }) =>
    context.backend.ledger.run('time.update', input.commandId, (db, command) => {
      writes.updateEntry(db, command, input.id, input.patch, input.onOverlap)
      return input.id
    }),
  ),
  updateMany: time.updateMany.handler(({ input, context }) =>
    context.backend.ledger.run('time.updateMany', input.commandId, (db) => {
      writes.updateMany(db, input.ids, input.patch)
      return null
    }),
  ),
  shift: time.shift.handler(({ input, context }) =>
    context.backend.ledger.run('time.shift', input.commandId, (db, command) => {
      writes.shiftEntries(db, command, input.ids, input.days)
      return null
    }),
  ),
  remove: time.remove.handler(({ input, context }) =>
    context.backend.ledger.run('time.remove', input.commandId, (db) => {
      writes.removeEntries(db, input.ids)
      return null
    }),
  ),
  split: time.split.handler(({ input, context }) =>
    context.backend.ledger.run('time.split', input.commandId, (db, command) =>
      writes.splitEntry(db, command, input.id, input.at),
    ),
  ),
  trim: time.trim.handler(({ input, context }) =>
    context.backend.ledger.run('time.trim', input.commandId, (db, command) => {
      writes.trimEntries(db, command, input.ids)
      return null
    }),
  ),
}
