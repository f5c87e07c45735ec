/** What a rule would do to what is unfinished while it is being edited, and what rules would do that are applied to it. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type ApplyingPreview,
  MAX_PREVIEW_ROWS,
  type RuleInput,
  type RulePreview,
  type RulePreviewRow,
} from '../../../../../shared/contract/moderation-setup.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { ModerationRule, RuleEffects, RuleTouch } from '../../../../../shared/domain/moderation-rule.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import { readRows } from '../queue-row.ts'
import { outcomeOf, touchOf } from './apply-rules.ts'
import {
  changeOf,
  changesSomething,
  type FoundFacts,
  readFacts,
  readRuleNames,
  readStates,
  type RuleNames,
  unfinishedIds,
} from './rule-facts.ts'
import { readRules } from './rule-store.ts'

/** Other calls get their turn after so many. */
const CHUNK = 2_000
/** A rule that has no number yet: those of the ledger begin with 1. */
const NEW_RULE_ID = 0

interface Held {
  readonly id: number
  readonly dueAt: Instant | null
  readonly stoppedBy: number | null
  readonly change: RuleEffects
  readonly isChanging: boolean
}

export async function previewRule(
  db: Connection,
  id: number | null,
  rule: RuleInput,
  signal: AbortSignal | undefined,
): Promise<RulePreview> {
  const rules = withEdited(readRules(db), id, rule)
  return previewOf(db, rules, (facts) => touchOf(rules, id ?? NEW_RULE_ID, facts), signal)
}

/** What all active rules, or one of them in its place, would do. */
export async function previewApplying(
  db: Connection,
  id: number | null,
  signal: AbortSignal | undefined,
): Promise<ApplyingPreview> {
  const rules = readRules(db)
  const counts = new Map<number, number>()
  const preview = await previewOf(
    db,
    rules,
    (facts) => {
      const { matched, ...effects } = outcomeOf(rules, id, facts)
      for (const ruleId of matched) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
      return matched.length === 0 ? null : { stoppedBy: null, effects }
    },
    signal,
  )
  const applied = rules.filter((rule) => rule.isActive && (id === null || rule.id === id))
  return {
    ...preview,
    rules: applied.map((rule) => ({ id: rule.id, name: rule.name, count: counts.get(rule.id) ?? 0 })),
  }
}

/** Null: it is not touched. */
type Touching = (facts: FoundFacts) => Pick<RuleTouch, 'stoppedBy' | 'effects'> | null

async function previewOf(
  db: Connection,
  rules: readonly ModerationRule[],
  touching: Touching,
  signal: AbortSignal | undefined,
): Promise<RulePreview> {
  const ids = unfinishedIds(db)
  const held: Held[] = []
  for (let start = 0; start < ids.length; start += CHUNK) {
    if (start > 0) await nextTurn()
    signal?.throwIfAborted()
    held.push(...heldOf(db, touching, ids.slice(start, start + CHUNK)))
  }
  return {
    asked: ids.length,
    count: held.length,
    stopped: held.filter(({ stoppedBy }) => stoppedBy !== null).length,
    changing: held.filter(({ isChanging }) => isChanging).length,
    rows: rowsOf(db, rules, held.toSorted(byInterest).slice(0, MAX_PREVIEW_ROWS)),
  }
}

/** The rules with the edited one in its place, as if it were active. */
function withEdited(rules: readonly ModerationRule[], id: number | null, rule: RuleInput): ModerationRule[] {
  if (id === null) return [...rules, { ...rule, isActive: true, id: NEW_RULE_ID }]
  if (!rules.some((known) => known.id === id)) throw expected('not_found', { what: 'rule', id })
  return rules.map((known) => (known.id === id ? { ...rule, isActive: true, id } : known))
}

function heldOf(db: Connection, touching: Touching, ids: readonly number[]): Held[] {
  const touched = readFacts(db, ids).flatMap((facts) => {
    const touch = touching(facts)
    return touch === null ? [] : [{ id: facts.id, dueAt: facts.dueAt, touch }]
  })
  const states = readStates(
    db,
    touched.map(({ id }) => id),
  )
  return touched.flatMap(({ id, dueAt, touch }) => {
    const state = states.get(id)
    if (!state) return []
    const change = changeOf(touch.effects, state)
    return [{ id, dueAt, stoppedBy: touch.stoppedBy, change, isChanging: changesSomething(change) }]
  })
}

/** What changes first; in both parts what is due first, and without a deadline last. */
function byInterest(a: Held, b: Held): number {
  return (
    Number(b.isChanging) - Number(a.isChanging) ||
    (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) ||
    a.id - b.id
  )
}

function rowsOf(db: Connection, rules: readonly ModerationRule[], held: readonly Held[]): RulePreviewRow[] {
  const rows = readRows(
    db,
    held.map(({ id }) => id),
  )
  const shown = new Map(rows.map((row) => [row.id, row]))
  const names = readRuleNames(db)
  return held.flatMap(({ id, stoppedBy, change }) => {
    const row = shown.get(id)
    if (!row) return []
    const stopping = rules.find((rule) => rule.id === stoppedBy)
    const { title, kind, status, channel, network, stars, dueAt } = row
    const about = { id, title, kind, status, channel, network, stars, dueAt }
    return [{ ...about, stoppedBy: stopping?.name ?? null, change: namedChange(change, names) }]
  })
}

function namedChange(change: RuleEffects, names: RuleNames): RulePreviewRow['change'] {
  return {
    topics: change.topicIds.map((topicId) => names.topic(topicId)),
    priority: change.priority,
    snippet: names.snippet(change.snippetId),
    escalatedTo: names.target(change.escalation),
  }
}
