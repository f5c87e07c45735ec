/** Undo as a property of every command: what a command changed is journalled row by row and can be put back. */
import { base } from './errors.ts'
import { CommandId, commandInput, ReceiptField } from './fields.ts'

export const history = {
  /**
   * Puts back what the command `undoes` changed. Is itself a command: undoing it redoes the first.
   * Fails with `undo_conflict` when a later command changed the same rows, or added others to rows that would go.
   */
  undo: base.input(commandInput({ undoes: CommandId })).output(ReceiptField),
}
