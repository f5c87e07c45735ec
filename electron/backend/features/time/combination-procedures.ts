import { procedures } from '../../implement.ts'
import * as store from './combination-store.ts'
import { selfPersonOf } from './timer-store.ts'

const { time } = procedures

export const combinationProcedures = {
  combinations: time.combinations.handler(({ context }) => {
    const { ledger } = context.backend
    const self = selfPersonOf(ledger.reader, ledger.settings())
    return { favourites: store.readFavourites(ledger.reader), recent: store.readRecent(ledger.reader, self) }
  }),
  addFavourite: time.addFavourite.handler(({ input, context }) =>
    context.backend.ledger.run('time.addFavourite', input.commandId, (db) => store.addFavourite(db, input.work)),
  ),
  removeFavourite: time.removeFavourite.handler(({ input, context }) =>
    context.backend.ledger.run('time.removeFavourite', input.commandId, (db) => {
      store.removeFavourite(db, input.id)
      return input.id
    }),
  ),
  moveFavourite: time.moveFavourite.handler(({ input, context }) =>
    context.backend.ledger.run('time.moveFavourite', input.commandId, (db) => {
      store.moveFavourite(db, input.id, input.position)
      return input.id
    }),
  ),
}
