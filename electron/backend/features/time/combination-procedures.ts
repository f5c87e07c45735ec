import { expected } from '../../database/expected.ts'
import { procedures } from '../../implement.ts'

const { time } = procedures

export const combinationProcedures = {
  combinations: time.combinations.handler(() => {
    throw expected('not_found', { what: 'combinations' })
  }),
  addFavourite: time.addFavourite.handler(() => {
    throw expected('not_found', { what: 'addFavourite' })
  }),
  removeFavourite: time.removeFavourite.handler(() => {
    throw expected('not_found', { what: 'removeFavourite' })
  }),
  moveFavourite: time.moveFavourite.handler(() => {
    throw expected('not_found', { what: 'moveFavourite' })
  }),
}
