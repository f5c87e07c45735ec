/** Rules as they are kept, in their order. */
import type { Rule, RuleInput } from '../../../../../shared/contract/moderation-setup.ts'
import { PRIORITIES } from '../../../../../shared/domain/conversation.ts'
import {
  type EscalationTarget,
  MAX_MODERATION_RULES,
  type RuleActions,
  type RuleConditions,
  ruleProblem,
} from '../../../../../shared/domain/moderation-rule.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import { assertRecord } from '../../../database/references.ts'
import { nextPosition } from '../list-order.ts'
import { assertSnippet } from './snippet-store.ts'
import { assertTopic } from './topic-store.ts'

interface StoredRule {
  readonly id: number
  readonly name: string
  readonly isActive: number
  readonly conditions: string
  readonly priority: number | null
  readonly snippetId: number | null
  readonly personId: number | null
  readonly departmentId: number | null
  readonly escalateMinutes: number | null
  readonly isLast: number
}

/** In the order in which they are asked. */
export function readRules(db: Connection): Rule[] {
  const topics = Map.groupBy(
    db
      .prepare<[], { ruleId: number; topicId: number }>(
        'SELECT rule_id AS ruleId, topic_id AS topicId FROM rule_topic ORDER BY id',
      )
      .all(),
    ({ ruleId }) => ruleId,
  )
  return db
    .prepare<[], StoredRule>(
      `SELECT id, name, is_active AS isActive, conditions, priority, snippet_id AS snippetId, person_id AS personId,
         department_id AS departmentId, escalate_minutes AS escalateMinutes, is_last AS isLast
       FROM moderation_rule ORDER BY position, id LIMIT ${MAX_MODERATION_RULES}`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      isActive: row.isActive === 1,
      conditions: JSON.parse(row.conditions) as RuleInput['conditions'],
      actions: {
        topicIds: (topics.get(row.id) ?? []).map(({ topicId }) => topicId),
        priority: row.priority === null ? null : (PRIORITIES[row.priority] ?? null),
        snippetId: row.snippetId,
        escalateTo: targetOf(row),
        escalateWithinMinutes: row.escalateMinutes,
        stop: row.isLast === 1,
      },
    }))
}

function targetOf({ personId, departmentId }: StoredRule): RuleInput['actions']['escalateTo'] {
  if (personId !== null) return { personId }
  return departmentId === null ? null : { departmentId }
}

export function addRule(db: Connection, rule: RuleInput): number {
  assertUsable(db, rule)
  const count = Number(db.prepare<[]>('SELECT count(*) FROM moderation_rule').pluck().get())
  if (count >= MAX_MODERATION_RULES) throw expected('invalid_value', { field: 'rule', reason: 'too_many_rules' })
  const position = nextPosition(db, { table: 'moderation_rule' })
  const id = Number(
    db
      .prepare<[object]>(
        `INSERT INTO moderation_rule (position, name, is_active, conditions, priority, snippet_id, person_id, department_id, escalate_minutes, is_last)
         VALUES (@position, @name, @isActive, @conditions, @priority, @snippetId, @personId, @departmentId, @escalateMinutes, @isLast)`,
      )
      .run({ ...columnsOf(rule), position }).lastInsertRowid,
  )
  writeTopics(db, id, rule.actions.topicIds)
  return id
}

export function updateRule(db: Connection, id: number, rule: RuleInput): void {
  assertRule(db, id)
  assertUsable(db, rule)
  db.prepare<[object]>(
    `UPDATE moderation_rule SET name = @name, is_active = @isActive, conditions = @conditions, priority = @priority, snippet_id = @snippetId,
       person_id = @personId, department_id = @departmentId, escalate_minutes = @escalateMinutes, is_last = @isLast
     WHERE id = @id`,
  ).run({ ...columnsOf(rule), id })
  writeTopics(db, id, rule.actions.topicIds)
}

export function switchRule(db: Connection, id: number, isActive: boolean): void {
  assertRule(db, id)
  db.prepare<[object]>(
    'UPDATE moderation_rule SET is_active = @isActive WHERE id = @id AND is_active <> @isActive',
  ).run({ id, isActive: Number(isActive) })
}

export function removeRule(db: Connection, id: number): void {
  assertRule(db, id)
  db.prepare<[number]>('DELETE FROM moderation_rule WHERE id = ?').run(id)
}

export function assertRule(db: Connection, id: number): void {
  if (db.prepare<[number]>('SELECT 1 FROM moderation_rule WHERE id = ?').get(id)) return
  throw expected('not_found', { what: 'rule', id })
}

function assertUsable(
  db: Connection,
  rule: { readonly conditions: RuleConditions; readonly actions: RuleActions },
): void {
  const problem = ruleProblem(rule)
  if (problem !== null) throw expected('invalid_value', { field: 'rule', reason: problem })
  const { topicIds, snippetId, escalateTo } = rule.actions
  for (const topicId of topicIds) assertTopic(db, topicId)
  assertSnippet(db, snippetId)
  assertTarget(db, escalateTo)
}

function assertTarget(db: Connection, target: EscalationTarget | null): void {
  if (target === null) return
  if ('personId' in target) assertRecord(db, 'person', target.personId)
  else assertRecord(db, 'department', target.departmentId)
}

function columnsOf({ name, isActive, conditions, actions }: RuleInput) {
  const { priority, snippetId, escalateTo, escalateWithinMinutes, stop } = actions
  return {
    name,
    isActive: Number(isActive),
    conditions: JSON.stringify(conditions),
    priority: priority === null ? null : PRIORITIES.indexOf(priority),
    snippetId,
    personId: escalateTo !== null && 'personId' in escalateTo ? escalateTo.personId : null,
    departmentId: escalateTo !== null && 'departmentId' in escalateTo ? escalateTo.departmentId : null,
    escalateMinutes: escalateTo === null ? null : escalateWithinMinutes,
    isLast: Number(stop),
  }
}

function writeTopics(db: Connection, id: number, topicIds: readonly number[]): void {
  db.prepare<[number, string]>(
    'DELETE FROM rule_topic WHERE rule_id = ? AND topic_id NOT IN (SELECT value FROM json_each(?))',
  ).run(id, JSON.stringify(topicIds))
  const add = db.prepare<[number, number]>(
    'INSERT INTO rule_topic (rule_id, topic_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  for (const topicId of topicIds) add.run(id, topicId)
}
