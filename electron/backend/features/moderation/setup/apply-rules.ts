/** Rules at work: on what is captured, and when somebody asks for it on everything unfinished. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { PRIORITIES } from '../../../../../shared/domain/conversation.ts'
import {
  applyRules,
  NO_EFFECTS,
  type ModerationRule,
  type RuleEffects,
  type RulesOutcome,
  rulesTouching,
} from '../../../../../shared/domain/moderation-rule.ts'
import type { Connection } from '../../../database/connection.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { type Deadlines, readDeadlines } from '../../../database/deadlines.ts'
import { linkTopics } from '../marks.ts'
import { addEvent } from '../timeline.ts'
import { handOver } from '../turns.ts'
import {
  changeOf,
  changesSomething,
  type FoundFacts,
  readFacts,
  readRuleNames,
  readStates,
  type RuleNames,
  type RuleState,
  unfinishedIds,
} from './rule-facts.ts'
import { readRules } from './rule-store.ts'

const MINUTE_MS = 60_000
/** Other work gets its turn after so many. */
const CHUNK = 1_000

/** What is asked once for all conversations a command changes. */
interface Applying {
  readonly db: Connection
  readonly context: CommandContext
  readonly rules: readonly ModerationRule[]
  readonly names: RuleNames
  readonly deadlines: Deadlines
}

function startApplying(db: Connection, context: CommandContext): Applying {
  const [rules, names, deadlines] = [readRules(db), readRuleNames(db), readDeadlines(db, context.settings)]
  return { db, context, rules, names, deadlines }
}

/** Applies the rules to a conversation that has just been captured. Those that hold are noted, also where there was nothing left to do. */
export function applyRulesTo(db: Connection, context: CommandContext, conversationId: number): void {
  const applying = startApplying(db, context)
  if (!applying.rules.some(({ isActive }) => isActive)) return
  const [facts] = readFacts(db, [conversationId])
  const state = readStates(db, [conversationId]).get(conversationId)
  if (!facts || !state) return
  const outcome = applyRules(applying.rules, facts)
  if (outcome.matched.length > 0) applyChange(applying, state, changeOf(outcome, state), outcome.matched)
}

/** Applies all rules, or what follows from one of them in its place, to everything unfinished. Answers how many changed. */
export async function applyRulesToUnfinished(
  db: Connection,
  context: CommandContext,
  ruleId: number | null,
): Promise<number> {
  const applying = startApplying(db, context)
  const ids = unfinishedIds(db)
  let changed = 0
  for (let start = 0; start < ids.length; start += CHUNK) {
    if (start > 0) await nextTurn()
    const held = readFacts(db, ids.slice(start, start + CHUNK)).flatMap((facts) => {
      const outcome = outcomeOf(applying.rules, ruleId, facts)
      return outcome.matched.length === 0 ? [] : [{ id: facts.id, ...outcome }]
    })
    const states = readStates(
      db,
      held.map(({ id }) => id),
    )
    for (const { id, matched, ...effects } of held) {
      const state = states.get(id)
      const change = state && changeOf(effects, state)
      if (!state || !change || !changesSomething(change)) continue
      applyChange(applying, state, change, matched)
      changed += 1
    }
  }
  return changed
}

/** What follows from all rules, or from one of them, without what rules before it have settled. */
export function outcomeOf(rules: readonly ModerationRule[], ruleId: number | null, facts: FoundFacts): RulesOutcome {
  if (ruleId === null) return applyRules(rules, facts)
  const touch = touchOf(rules, ruleId, facts)
  return touch === null || touch.stoppedBy !== null
    ? { matched: [], ...NO_EFFECTS }
    : { matched: [ruleId], ...touch.effects }
}

/** How a rule touches a conversation in its place; null: its conditions do not hold, or it is off. Rules behind it are not asked. */
export function touchOf(rules: readonly ModerationRule[], ruleId: number, facts: FoundFacts) {
  const at = rules.findIndex(({ id }) => id === ruleId)
  // Most conversations are not touched at all: the others are asked about the rules before it.
  if (at < 0 || rulesTouching(rules.slice(at, at + 1), facts).length === 0) return null
  return rulesTouching(rules.slice(0, at + 1), facts).at(-1) ?? null
}

function applyChange(applying: Applying, state: RuleState, change: RuleEffects, matched: readonly number[]): void {
  const { db, context, rules, names } = applying
  const { id } = state
  const held = rules.filter((rule) => matched.includes(rule.id))
  linkTopics(db, id, change.topicIds)
  if (change.priority !== null || change.snippetId !== null)
    db.prepare<[number | null, number | null, number]>(
      'UPDATE conversation SET priority = coalesce(?, priority), snippet_id = coalesce(?, snippet_id) WHERE id = ?',
    ).run(change.priority === null ? null : PRIORITIES.indexOf(change.priority), change.snippetId, id)
  addEvent(db, context, {
    conversationId: id,
    kind: 'rule',
    detail: {
      rules: held.map(({ name }) => name),
      ruleIds: held.map((rule) => String(rule.id)),
      topics: change.topicIds.map((topicId) => names.topic(topicId)),
      priority: change.priority,
      snippet: names.snippet(change.snippetId),
      to: names.target(change.escalation),
    },
  })
  escalate(applying, state, change)
}

/** A handover like any other; its deadline counts from now, in the service hours of the channel. */
function escalate({ db, context, deadlines }: Applying, { id, channelId }: RuleState, change: RuleEffects): void {
  if (change.escalation === null) return
  const { to, withinMinutes } = change.escalation
  const dueAt =
    withinMinutes === null ? null : deadlines.clockOf(channelId).deadlineAfter(context.now, withinMinutes * MINUTE_MS)
  handOver(db, context, {
    id,
    personId: 'personId' in to ? to.personId : null,
    departmentId: 'departmentId' in to ? to.departmentId : null,
    dueAt,
    note: '',
  })
}
