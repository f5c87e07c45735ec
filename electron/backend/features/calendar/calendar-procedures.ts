import { daysBetween, type Period } from '../../../../shared/domain/day.ts'
import { MAX_RANGE_DAYS } from '../../../../shared/contract/calendar-fields.ts'
import { expected } from '../../database/expected.ts'
import { removeRecord } from '../../database/references.ts'
import { holidaysOf } from '../../holidays.ts'
import { command, commandOn, procedures } from '../../implement.ts'
import { readHints } from './plan-hints.ts'
import * as rows from './plan-rows.ts'
import { readPost } from './post-detail.ts'
import { readPostMoney } from './post-money.ts'
import { addPost, editPost, setChecks } from './post-writes.ts'
import * as variants from './variant-writes.ts'

const { calendar } = procedures

function assertShort({ from, to }: Period): void {
  if (daysBetween(from, to) >= MAX_RANGE_DAYS) throw expected('invalid_value', { field: 'period', reason: 'too_long' })
}

export const calendarProcedures = {
  range: calendar.range.handler(({ input: { period, filter }, context }) => {
    assertShort(period)
    const { ledger } = context.backend
    const { holidayRegion, language } = ledger.settings()
    return { ...rows.readRange(ledger.reader, period, filter), holidays: holidaysOf(period, holidayRegion, language) }
  }),
  list: calendar.list.handler(({ input, context }) => {
    const { reader } = context.backend.ledger
    const count = input.cursor === null ? rows.countList(reader, input.list, input.filter) : null
    return { ...rows.readList(reader, input.list, input), count }
  }),
  board: calendar.board.handler(({ input, context }) => {
    const { reader } = context.backend.ledger
    const count = input.cursor === null ? rows.countColumn(reader, input.status, input.filter) : null
    return { ...rows.readColumn(reader, input.status, input), count }
  }),
  hints: calendar.hints.handler(({ input: { period }, context }) => {
    assertShort(period)
    const { ledger } = context.backend
    return readHints(ledger.reader, { period, today: ledger.today(), timeZone: ledger.settings().timeZone })
  }),
  due: calendar.due.handler(({ context }) => {
    const { ledger } = context.backend
    return rows.readDue(ledger.reader, ledger.now(), ledger.today())
  }),
  post: calendar.post.handler(({ input, context }) => readPost(context.backend.ledger.reader, input.id)),
  money: calendar.money.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readPostMoney(ledger.reader, { id: input.id, today: ledger.today(), settings: ledger.settings() })
  }),

  add: calendar.add.handler(command((db, input, running) => addPost(db, running, input))),
  edit: calendar.edit.handler(commandOn((db, input, running) => editPost(db, running, input.id, input.patch))),
  setChecks: calendar.setChecks.handler(
    commandOn((db, input, running) => setChecks(db, running, input.id, input.checks)),
  ),
  remove: calendar.remove.handler(commandOn((db, input) => removeRecord(db, 'post', input.id))),

  addVariant: calendar.addVariant.handler(commandOn((db, input, running) => variants.addVariant(db, running, input))),
  editVariant: calendar.editVariant.handler(
    commandOn((db, input, running) => variants.editVariant(db, running, input.id, input.patch)),
  ),
  removeVariant: calendar.removeVariant.handler(
    commandOn((db, input, running) => variants.removeVariant(db, running, input.id)),
  ),
  move: calendar.move.handler(
    command((db, input, running) => {
      variants.move(db, running, input.moves)
      return null
    }),
  ),
  shift: calendar.shift.handler(
    command((db, input, running) => {
      variants.shift(db, running, input.ids, input.days)
      return null
    }),
  ),
  copy: calendar.copy.handler(
    command((db, input, running) => variants.copyVariant(db, running, input.id, input.plannedAt)),
  ),
  setStatus: calendar.setStatus.handler(
    command((db, input, running) => {
      variants.setStatus(db, running, input.ids, input.status)
      return null
    }),
  ),
  publish: calendar.publish.handler(
    commandOn((db, input, running) => variants.publish(db, running, input.id, input.at, input.permalink)),
  ),
}
