import { command, commandOn, procedures } from '../../implement.ts'
import { captureBatch, readLatestBatch } from './batch.ts'
import * as bulk from './bulk.ts'
import { addWork } from './conversation-work.ts'
import { editConversation, insertConversation, removeConversation } from './conversation-writes.ts'
import { crisesProcedures } from './crises/crises-procedures.ts'
import { readDetail } from './detail-store.ts'
import { figuresProcedures } from './figures/figures-procedures.ts'
import * as marks from './marks.ts'
import { countByUrgency, readQueue } from './queue-store.ts'
import { privacyProcedures } from './privacy/privacy-procedures.ts'
import { recognise } from './recognise.ts'
import * as responses from './responses.ts'
import { saveDraft } from './reply-drafts.ts'
import { applyRulesTo } from './setup/apply-rules.ts'
import { setupProcedures } from './setup/setup-procedures.ts'
import * as turns from './turns.ts'

const { moderation } = procedures

const reads = {
  list: moderation.list.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readQueue(ledger.reader, { ...input, now: ledger.now() })
  }),
  counts: moderation.counts.handler(({ context }) => {
    const { ledger } = context.backend
    return countByUrgency(ledger.reader, ledger.now())
  }),
  latestBatch: moderation.latestBatch.handler(({ context }) => {
    const { ledger } = context.backend
    return readLatestBatch(ledger.reader, ledger.now())
  }),
  detail: moderation.detail.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readDetail(ledger.reader, ledger.settings(), { ledgerPath: ledger.path, now: ledger.now() }, input.id)
  }),
}

const capturing = {
  recognise: moderation.recognise.handler(({ input, context }) => {
    const { ledger } = context.backend
    return recognise(ledger.reader, ledger.settings(), input)
  }),
}

const writes = {
  capture: moderation.capture.handler(
    command((db, input, running) => {
      const id = insertConversation(db, running, input.conversation, input.topicIds)
      applyRulesTo(db, running, id)
      return id
    }),
  ),
  captureBatch: moderation.captureBatch.handler(
    command((db, input, running) => captureBatch(db, running, input.batch)),
  ),
  edit: moderation.edit.handler(
    commandOn((db, input, running) => editConversation(db, running, input.id, input.patch)),
  ),
  addWork: moderation.addWork.handler(
    command((db, input, running) => addWork(db, running, input.id, input.day, input.seconds)),
  ),
  saveDraft: moderation.saveDraft.handler(async ({ input, context }) => {
    await context.backend.ledger.withWriter((db) => saveDraft(db, input.id, input.text))
    return { id: input.id }
  }),
  remove: moderation.remove.handler(commandOn((db, input) => removeConversation(db, input.id))),
}

const answers = {
  answer: moderation.answer.handler(commandOn((db, input, running) => responses.answer(db, running, input))),
  noteReply: moderation.noteReply.handler(commandOn((db, input, running) => responses.noteReply(db, running, input))),
  resolve: moderation.resolve.handler(
    commandOn((db, input, running) => responses.resolve(db, running, input.id, input.at)),
  ),
  reopen: moderation.reopen.handler(commandOn((db, input, running) => responses.reopen(db, running, input.id))),
}

const waiting = {
  wait: moderation.wait.handler(commandOn((db, input, running) => turns.wait(db, running, input.id))),
  snooze: moderation.snooze.handler(
    commandOn((db, input, running) => turns.snooze(db, running, input.id, input.until)),
  ),
  handOver: moderation.handOver.handler(commandOn((db, input, running) => turns.handOver(db, running, input))),
  returnHandover: moderation.returnHandover.handler(
    commandOn((db, input, running) => turns.returnHandover(db, running, input.id, input.note)),
  ),
}

const marking = {
  changeTopics: moderation.changeTopics.handler(
    commandOn((db, input, running) => marks.changeTopics(db, running, input)),
  ),
  setSentiment: moderation.setSentiment.handler(
    commandOn((db, input, running) => marks.setSentiment(db, running, input.id, input.sentiment)),
  ),
  setPriority: moderation.setPriority.handler(
    commandOn((db, input, running) => marks.setPriority(db, running, input.id, input.priority)),
  ),
  takeMeasure: moderation.takeMeasure.handler(commandOn((db, input, running) => marks.takeMeasure(db, running, input))),
  addNote: moderation.addNote.handler(
    commandOn((db, input, running) => marks.addNote(db, running, input.id, input.text)),
  ),
}

const several = {
  resolveMany: moderation.resolveMany.handler(
    command((db, input, running) => bulk.resolveMany(db, running, input.ids)),
  ),
  snoozeMany: moderation.snoozeMany.handler(command((db, input, running) => bulk.snoozeMany(db, running, input))),
  handOverMany: moderation.handOverMany.handler(command((db, input, running) => bulk.handOverMany(db, running, input))),
  addTopicMany: moderation.addTopicMany.handler(command((db, input, running) => bulk.addTopicMany(db, running, input))),
}

export const moderationProcedures = {
  ...reads,
  ...capturing,
  ...writes,
  ...answers,
  ...waiting,
  ...marking,
  ...several,
  ...setupProcedures,
  ...figuresProcedures,
  ...crisesProcedures,
  ...privacyProcedures,
}
