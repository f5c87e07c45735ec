import type { Erased } from '../../../../../shared/contract/privacy.ts'
import type { Backend } from '../../../backend.ts'
import { progressStream } from '../../../files/progress-stream.ts'
import { command, commandOn, explain, procedures } from '../../../implement.ts'
import * as contacts from './contact-store.ts'
import { eraseConversation, erasePerson, runErasure, type ReportStep } from './erase.ts'
import { findPerson } from './found-person.ts'
import { hold, release } from './holds.ts'
import { personFile } from './person-file.ts'
import { dueOn, newlyDue, planRetention, readRetention, setRetention, startOfErasing } from './retention.ts'
import { eraseDueNow } from './retention-run.ts'

const { moderation } = procedures

export const privacyProcedures = {
  contacts: moderation.contacts.handler(({ input, context }) =>
    contacts.readContacts(context.backend.ledger.reader, input),
  ),
  contact: moderation.contact.handler(({ input, context: { backend } }) =>
    contacts.readContact(backend.ledger.reader, input.id, backend.ledger.now()),
  ),
  mergeContacts: moderation.mergeContacts.handler(
    command((db, input) => {
      contacts.mergeContacts(db, input.fromId, input.intoId)
      return input.intoId
    }),
  ),
  splitContact: moderation.splitContact.handler(
    command((db, input, { now }) => contacts.splitContact(db, input.id, input.handleIds, now)),
  ),
  setContactBlocked: moderation.setContactBlocked.handler(
    commandOn((db, input) => contacts.setContactBlocked(db, input.id, input.isBlocked)),
  ),

  findPerson: moderation.findPerson.handler(({ input, context: { backend } }) =>
    findPerson(backend.ledger.reader, input, backend.ledger.now()),
  ),
  exportPerson: moderation.exportPerson.handler(({ input, context: { backend }, signal }) =>
    personFile(backend, input, signal),
  ),
  erasePerson: moderation.erasePerson.handler(({ input, context: { backend } }) =>
    stream(backend, 'erasePerson', input.commandId, (report) =>
      runErasure(backend, { name: 'erasePerson', commandId: input.commandId }, report, (db, running) =>
        erasePerson(db, running, input, report),
      ),
    ),
  ),
  eraseConversation: moderation.eraseConversation.handler(({ input, context: { backend } }) =>
    stream(backend, 'eraseConversation', input.commandId, (report) =>
      runErasure(backend, { name: 'eraseConversation', commandId: input.commandId }, report, (db, running) =>
        eraseConversation(db, running, input.id),
      ),
    ),
  ),

  retention: moderation.retention.handler(({ context: { backend } }) =>
    readRetention(backend.ledger.reader, momentOf(backend)),
  ),
  dueWithRetention: moderation.dueWithRetention.handler(({ input, context: { backend } }) =>
    newlyDue(backend.ledger.reader, momentOf(backend), input.kind, input.months),
  ),
  setRetention: moderation.setRetention.handler(
    command((db, input) => {
      setRetention(db, input.kind, input.months)
      return null
    }),
  ),
  eraseDue: moderation.eraseDue.handler(({ input, context: { backend } }) =>
    stream(backend, 'eraseDue', input.commandId, (report) =>
      runErasure(backend, { name: 'eraseDue', commandId: input.commandId }, report, (db, running) =>
        eraseDueNow(db, running, report),
      ),
    ),
  ),
  erasureNotice: moderation.erasureNotice.handler(({ context: { backend } }) => {
    const moment = momentOf(backend)
    const startsOn = startOfErasing(moment.settings)
    if (startsOn === null || startsOn <= moment.today) return null
    return { startsOn, count: dueOn(planRetention(backend.ledger.reader, moment), startsOn).length }
  }),
  hold: moderation.hold.handler(commandOn((db, input, running) => hold(db, running, input.id, input.reason))),
  release: moderation.release.handler(commandOn((db, input, running) => release(db, running, input.id))),
}

function momentOf({ ledger }: Backend) {
  return { now: ledger.now(), today: ledger.today(), settings: ledger.settings() }
}

/** Done once, however often it is sent. */
async function* stream(
  backend: Backend,
  name: string,
  commandId: string,
  work: (report: ReportStep) => Promise<Erased>,
) {
  const known = backend.ledger.receiptOf(commandId)
  if (known) {
    yield { kind: 'done' as const, receipt: known, conversations: 0, mentions: 0, files: 0, held: 0, isWiped: true }
    return
  }
  try {
    for await (const event of progressStream(work)) {
      if ('progress' in event) yield { kind: 'progress' as const, ...event.progress }
      else yield { kind: 'done' as const, ...event.answer }
    }
  } catch (error) {
    throw explain(error, ['moderation', name], backend)
  }
}
