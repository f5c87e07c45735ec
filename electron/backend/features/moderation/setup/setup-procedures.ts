import type { Connection } from '../../../database/connection.ts'
import { readSettings } from '../../../database/settings-row.ts'
import { command, commandOn, procedures } from '../../../implement.ts'
import { readTargets, settleDeadlines } from '../../../database/deadlines.ts'
import { applyRulesToUnfinished } from './apply-rules.ts'
import { readFilledSnippets } from './filled-snippets.ts'
import { moveBefore } from '../list-order.ts'
import { previewApplying, previewRule } from './preview-rule.ts'
import * as rules from './rule-store.ts'
import * as service from './service-store.ts'
import * as snippets from './snippet-store.ts'
import * as topics from './topic-store.ts'

const { moderation } = procedures

/** A command after which answers are due at other times. */
function timing<Input extends { readonly commandId: string }>(work: (db: Connection, input: Input) => void) {
  return command<Input>((db, input) => {
    work(db, input)
    settleDeadlines(db, readSettings(db))
    return null
  })
}

const serviceProcedures = {
  serviceHours: moderation.serviceHours.handler(({ context }) => service.readHours(context.backend.ledger.reader)),
  setServiceHours: moderation.setServiceHours.handler(
    timing((db, input) => service.setServiceHours(db, input.channelId, input.hours)),
  ),
  removeServiceHours: moderation.removeServiceHours.handler(
    timing((db, input) => service.removeServiceHours(db, input.channelId)),
  ),
  responseTargets: moderation.responseTargets.handler(({ context }) => readTargets(context.backend.ledger.reader)),
  setResponseTarget: moderation.setResponseTarget.handler(
    timing((db, input) => service.setResponseTarget(db, input.target)),
  ),
  removeResponseTarget: moderation.removeResponseTarget.handler(
    timing((db, input) => service.removeResponseTarget(db, input)),
  ),
}

const topicProcedures = {
  topics: moderation.topics.handler(({ context }) => topics.readTopics(context.backend.ledger.reader)),
  addTopics: moderation.addTopics.handler(command((db, input) => topics.addTopics(db, input.names))),
  updateTopic: moderation.updateTopic.handler(commandOn((db, input) => topics.updateTopic(db, input.id, input.patch))),
  moveTopic: moderation.moveTopic.handler(
    commandOn((db, input) => moveBefore(db, { table: 'topic' }, input.id, input.beforeId)),
  ),
  mergeTopic: moderation.mergeTopic.handler(
    command((db, input) => {
      topics.mergeTopic(db, input.id, input.intoId)
      return input.intoId
    }),
  ),
  removeTopic: moderation.removeTopic.handler(commandOn((db, input) => topics.removeTopic(db, input.id))),
}

const snippetProcedures = {
  snippets: moderation.snippets.handler(({ context }) => snippets.readSnippets(context.backend.ledger.reader)),
  filledSnippets: moderation.filledSnippets.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readFilledSnippets(ledger.reader, input, ledger.settings())
  }),
  addSnippet: moderation.addSnippet.handler(command((db, input) => snippets.addSnippet(db, input.snippet))),
  addSnippets: moderation.addSnippets.handler(
    command((db, input) => {
      snippets.addSnippets(db, input.snippets)
      return null
    }),
  ),
  updateSnippet: moderation.updateSnippet.handler(
    commandOn((db, input) => snippets.updateSnippet(db, input.id, input.snippet)),
  ),
  removeSnippet: moderation.removeSnippet.handler(commandOn((db, input) => snippets.removeSnippet(db, input.id))),
}

const ruleProcedures = {
  rules: moderation.rules.handler(({ context }) => rules.readRules(context.backend.ledger.reader)),
  addRule: moderation.addRule.handler(({ input, context }) =>
    context.backend.ledger.runLong('moderation.addRule', input.commandId, async (db, running) => {
      const id = rules.addRule(db, input.rule)
      if (input.applyToOpen) await applyRulesToUnfinished(db, running, id)
      return id
    }),
  ),
  updateRule: moderation.updateRule.handler(({ input, context }) =>
    context.backend.ledger.runLong('moderation.updateRule', input.commandId, async (db, running) => {
      rules.updateRule(db, input.id, input.rule)
      if (input.applyToOpen) await applyRulesToUnfinished(db, running, input.id)
      return input.id
    }),
  ),
  switchRule: moderation.switchRule.handler(commandOn((db, input) => rules.switchRule(db, input.id, input.isActive))),
  moveRule: moderation.moveRule.handler(
    commandOn((db, input) => moveBefore(db, { table: 'moderation_rule' }, input.id, input.beforeId)),
  ),
  removeRule: moderation.removeRule.handler(commandOn((db, input) => rules.removeRule(db, input.id))),
  previewRule: moderation.previewRule.handler(({ input, context, signal }) =>
    previewRule(context.backend.ledger.reader, input.id, input.rule, signal),
  ),
  previewApplying: moderation.previewApplying.handler(({ input, context, signal }) => {
    const { reader } = context.backend.ledger
    if (input.id !== null) rules.assertRule(reader, input.id)
    return previewApplying(reader, input.id, signal)
  }),
  applyRules: moderation.applyRules.handler(async ({ input, context }) => {
    let changed: number | null = null
    const receipt = await context.backend.ledger.runLong(
      'moderation.applyRules',
      input.commandId,
      async (db, running) => {
        if (input.id !== null) rules.assertRule(db, input.id)
        changed = await applyRulesToUnfinished(db, running, input.id)
        return input.id
      },
    )
    return { receipt, changed }
  }),
}

export const setupProcedures = {
  ...serviceProcedures,
  ...topicProcedures,
  ...snippetProcedures,
  ...ruleProcedures,
}
