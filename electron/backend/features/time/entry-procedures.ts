import { expected } from '../../database/expected.ts'
import { procedures } from '../../implement.ts'

const { time } = procedures

export const entryProcedures = {
  timeline: time.timeline.handler(() => {
    throw expected('not_found', { what: 'timeline' })
  }),
  list: time.list.handler(() => {
    throw expected('not_found', { what: 'list' })
  }),
  entry: time.entry.handler(() => {
    throw expected('not_found', { what: 'entry' })
  }),
  add: time.add.handler(() => {
    throw expected('not_found', { what: 'add' })
  }),
  update: time.update.handler(() => {
    throw expected('not_found', { what: 'update' })
  }),
  updateMany: time.updateMany.handler(() => {
    throw expected('not_found', { what: 'updateMany' })
  }),
  shift: time.shift.handler(() => {
    throw expected('not_found', { what: 'shift' })
  }),
  remove: time.remove.handler(() => {
    throw expected('not_found', { what: 'remove' })
  }),
  split: time.split.handler(() => {
    throw expected('not_found', { what: 'split' })
  }),
  trim: time.trim.handler(() => {
    throw expected('not_found', { what: 'trim' })
  }),
}
