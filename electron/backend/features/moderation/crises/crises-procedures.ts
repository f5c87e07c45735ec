import type { CommandContext } from '../../../database/ledger-file.ts'
import type { Connection } from '../../../database/connection.ts'
import type { Backend } from '../../../backend.ts'
import { command, commandOn, procedures } from '../../../implement.ts'
import * as checks from './crisis-checks.ts'
import * as contacts from './crisis-contacts.ts'
import { addConversations, removeConversations } from './crisis-conversations.ts'
import { crisisDocument } from './crisis-document.ts'
import * as evidence from './crisis-evidence.ts'
import { readFigures } from './crisis-figures.ts'
import { readLog } from './crisis-log.ts'
import { findCrisis } from './crisis-row.ts'
import * as statements from './crisis-statements.ts'
import * as store from './crisis-store.ts'
import { withoutAbsent } from '../patches.ts'

const { moderation } = procedures

const reads = {
  crisisList: moderation.crisisList.handler(({ context }) => store.readCrises(context.backend.ledger.reader)),
  crisisDetail: moderation.crisisDetail.handler(({ input, context }) => {
    const { ledger } = context.backend
    return store.readCrisis(ledger.reader, ledger.path, input.id)
  }),
  crisisLog: moderation.crisisLog.handler(({ input, context }) => {
    const db = context.backend.ledger.reader
    findCrisis(db, input.id)
    return readLog(db, input.id, input.cursor, input.limit)
  }),
  crisisFigures: moderation.crisisFigures.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readFigures(ledger.reader, input.id, ledger.now())
  }),
  crisisDocument: moderation.crisisDocument.handler(({ input, context }) =>
    crisisDocument(context.backend.ledger, input),
  ),
  crisisStanding: moderation.crisisStanding.handler(({ context }) => store.readStanding(context.backend.ledger.reader)),
}

const course = {
  crisisOpen: moderation.crisisOpen.handler(command((db, input, running) => store.openCrisis(db, running, input))),
  crisisUpdate: moderation.crisisUpdate.handler(
    commandOn((db, input, running) => store.updateCrisis(db, running, input.id, withoutAbsent(input.patch))),
  ),
  crisisClose: moderation.crisisClose.handler(commandOn((db, input, running) => store.closeCrisis(db, running, input))),
  crisisReopen: moderation.crisisReopen.handler(
    commandOn((db, input, running) => store.reopenCrisis(db, running, input.id, input.text)),
  ),
  crisisRemove: moderation.crisisRemove.handler(
    commandOn((db, input, running) => store.removeCrisis(db, running, input.id)),
  ),
  crisisAddConversations: moderation.crisisAddConversations.handler(
    commandOn((db, input, running) => addConversations(db, running, input.id, input.conversationIds)),
  ),
  crisisRemoveConversations: moderation.crisisRemoveConversations.handler(
    commandOn((db, input, running) => removeConversations(db, running, input.id, input.conversationIds)),
  ),
}

const lists = {
  crisisAddContact: moderation.crisisAddContact.handler(
    command((db, input) => contacts.addContact(db, input.crisisId, input.contact)),
  ),
  crisisUpdateContact: moderation.crisisUpdateContact.handler(
    commandOn((db, input) => contacts.updateContact(db, input.id, input.contact)),
  ),
  crisisRemoveContact: moderation.crisisRemoveContact.handler(
    commandOn((db, input) => contacts.removeContact(db, input.id)),
  ),
  crisisMoveContact: moderation.crisisMoveContact.handler(
    commandOn((db, input) => contacts.moveContact(db, input.id, input.to)),
  ),
  crisisInform: moderation.crisisInform.handler(commandOn((db, input, running) => contacts.inform(db, running, input))),
  crisisAddChecks: moderation.crisisAddChecks.handler(
    command((db, input) => {
      checks.addChecks(db, input.crisisId, input.list, input.texts)
      return null
    }),
  ),
  crisisUpdateCheck: moderation.crisisUpdateCheck.handler(
    commandOn((db, input) => checks.updateCheck(db, input.id, input.text)),
  ),
  crisisRemoveCheck: moderation.crisisRemoveCheck.handler(commandOn((db, input) => checks.removeCheck(db, input.id))),
  crisisMoveCheck: moderation.crisisMoveCheck.handler(
    commandOn((db, input) => checks.moveCheck(db, input.id, input.to)),
  ),
  crisisTick: moderation.crisisTick.handler(
    commandOn((db, input, running) => checks.tick(db, running, input.id, input.isDone)),
  ),
  crisisTakeStanding: moderation.crisisTakeStanding.handler(
    commandOn((db, input) => store.copyList(db, null, input.id, input.list)),
  ),
  crisisKeepStanding: moderation.crisisKeepStanding.handler(
    commandOn((db, input) => store.copyList(db, input.id, null, input.list)),
  ),
}

const said = {
  crisisAddStatement: moderation.crisisAddStatement.handler(
    command((db, input) => statements.addStatement(db, input.id, input.statement)),
  ),
  crisisUpdateStatement: moderation.crisisUpdateStatement.handler(
    commandOn((db, input, running) => statements.updateStatement(db, running, input.id, input.statement)),
  ),
  crisisDecide: moderation.crisisDecide.handler(
    commandOn((db, input, running) => statements.decide(db, running, input)),
  ),
  crisisPublish: moderation.crisisPublish.handler(
    commandOn((db, input, running) => statements.publish(db, running, input.id, input.at)),
  ),
  crisisRemoveStatement: moderation.crisisRemoveStatement.handler(
    commandOn((db, input) => statements.removeStatement(db, input.id)),
  ),
}

interface WithFiles {
  readonly commandId: string
  readonly id: number
  readonly attach: readonly string[]
}

/** A command that uses up staged files: once it is done they are forgotten. */
function commandWithFiles<Input extends WithFiles>(
  work: (db: Connection, running: CommandContext, places: evidence.FilePlaces, input: Input) => void,
) {
  return async (call: { input: Input; context: { backend: Backend }; path: readonly string[] }) => {
    const { ledger, receipts: uploads } = call.context.backend
    const receipt = await commandOn<Input>((db, input, running) =>
      work(db, running, { ledgerPath: ledger.path, uploads }, input),
    )(call)
    for (const handle of call.input.attach) uploads.discard(handle)
    return receipt
  }
}

const shown = {
  crisisNote: moderation.crisisNote.handler(commandWithFiles<evidence.Note & WithFiles>(evidence.note)),
  crisisRemoveEvidence: moderation.crisisRemoveEvidence.handler(
    commandOn((db, input, running) => evidence.removeEvidence(db, running, input.id)),
  ),
  addEvidence: moderation.addEvidence.handler(commandWithFiles(evidence.attachToConversation)),
  removeEvidence: moderation.removeEvidence.handler(
    commandOn((db, input, running) => evidence.detachFromConversation(db, running, input.id)),
  ),
}

export const crisesProcedures = { ...reads, ...course, ...lists, ...said, ...shown }
