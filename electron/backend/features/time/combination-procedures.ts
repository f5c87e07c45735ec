import { command, commandOn, procedures } from '../../implement.ts'
import * as store from './combination-store.ts'
import { selfPersonOf } from '../../database/oneself.ts'

const { time } = procedures

export const combinationProcedures = {
  combinations: time.combinations.handler(({ context }) => {
    const { ledger } = context.backend
    const self = selfPersonOf(ledger.reader, ledger.settings())
    return { favourites: store.readFavourites(ledger.reader), recent: store.readRecent(ledger.reader, self) }
  }),
  addFavourite: time.addFavourite.handler(command((db, input) => store.addFavourite(db, input.work))),
  removeFavourite: time.removeFavourite.handler(commandOn((db, input) => store.removeFavourite(db, input.id))),
  moveFavourite: time.moveFavourite.handler(
    commandOn((db, input) => store.moveFavourite(db, input.id, input.position)),
  ),
}
