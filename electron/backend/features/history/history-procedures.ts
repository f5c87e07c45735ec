import { procedures } from '../../implement.ts'

export const historyProcedures = {
  undo: procedures.history.undo.handler(({ input, context }) =>
    context.backend.ledger.undo(input.commandId, input.undoes),
  ),
}
