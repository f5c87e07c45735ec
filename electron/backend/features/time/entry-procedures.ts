import { command, commandOn, procedures } from '../../implement.ts'
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

  add: time.add.handler(
    command((db, input, running) => writes.addEntries(db, running, input.entries, input.onOverlap)),
  ),
  update: time.update.handler(
    commandOn((db, input, running) => writes.updateEntry(db, running, input.id, input.patch, input.onOverlap)),
  ),
  updateMany: time.updateMany.handler(
    command((db, input) => {
      writes.updateMany(db, input.ids, input.patch)
      return null
    }),
  ),
  shift: time.shift.handler(
    command((db, input, running) => {
      writes.shiftEntries(db, running, input.ids, input.days)
      return null
    }),
  ),
  remove: time.remove.handler(
    command((db, input) => {
      writes.removeEntries(db, input.ids)
      return null
    }),
  ),
  split: time.split.handler(command((db, input, running) => writes.splitEntry(db, running, input.id, input.at))),
  trim: time.trim.handler(
    command((db, input, running) => {
      writes.trimEntries(db, running, input.ids)
      return null
    }),
  ),
}
