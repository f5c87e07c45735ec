/** Remembered answers, and what a target comes to in this ledger. */
import type { MappingAnswer, MappingSource, MappingTarget } from '../../../../shared/contract/imports.ts'
import type { Activity } from '../../../../shared/domain/activity.ts'
import type { Scope } from '../../../../shared/domain/attribution.ts'
import type { Connection } from '../../database/connection.ts'
import { findOrAddChannel, findOrAddClient } from '../../database/dimensions.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'
import { readSettings } from '../../database/settings-row.ts'
import { isAllowedTarget, mappingKey, type KnownChannel, type KnownClient, type MappingKnowledge } from './mapping.ts'

/** What the ledger knows when values are guessed. A remembered channel or client that is gone is not remembered. */
export function readKnowledge(db: Connection): MappingKnowledge {
  const channels = db
    .prepare<[], KnownChannel>('SELECT id, name, network FROM channel WHERE is_archived = 0 ORDER BY position, id')
    .all()
  const known = new Set(
    db
      .prepare<[], { id: number }>('SELECT id FROM channel')
      .all()
      .map((row) => row.id),
  )
  const clients = db.prepare<[], KnownClient>('SELECT id, name FROM client ORDER BY id').all()
  const clientIds = new Set(clients.map(({ id }) => id))
  const remembered = new Map<string, MappingTarget>()
  for (const row of readMappings(db)) {
    const isThere = row.target.kind !== 'client' || clientIds.has(row.target.clientId)
    if (isThere && channelIdsOf(row.target).every((id) => known.has(id)))
      remembered.set(mappingKey(row.source, row.value), row.target)
  }
  return { channels, clients, worksForClients: readSettings(db).businessKind === 'freelancer', remembered }
}

interface MappingRow {
  source: MappingSource
  value: string
  target: string
}

export function readMappings(db: Connection): MappingAnswer[] {
  return db
    .prepare<[], MappingRow>('SELECT source, value, target FROM value_mapping ORDER BY source, value')
    .all()
    .map((row) => ({ source: row.source, value: row.value, target: JSON.parse(row.target) as MappingTarget }))
}

function channelIdsOf(target: MappingTarget): number[] {
  if (target.kind === 'channel') return [target.channelId]
  if (target.kind === 'ads' && target.channel && 'channelId' in target.channel) return [target.channel.channelId]
  return []
}

/** What a value means, once its channel exists. */
export interface Meaning {
  readonly channelId: number | null
  readonly scope: Scope
  readonly activity: Activity | null
  readonly clientId: number | null
  /** Whether it says where a buyer came from. */
  readonly isTouch: boolean
}

/** Remembers an answer; a channel that does not exist yet is made. Returns what it means. */
export function rememberMapping(db: Connection, { source, value, target }: MappingAnswer): Meaning {
  if (!isAllowedTarget(source, target.kind))
    throw expected('invalid_value', { field: 'target', reason: 'wrong_target', value: target.kind })
  const settled = settleTarget(db, target)
  db.prepare<[string, string, string]>(
    `INSERT INTO value_mapping (source, value, target) VALUES (?, ?, ?)
     ON CONFLICT (source, value) DO UPDATE SET target = excluded.target WHERE target <> excluded.target`,
  ).run(source, value, JSON.stringify(settled))
  return meaningOf(settled)
}

function settleTarget(db: Connection, target: MappingTarget): MappingTarget {
  if (target.kind === 'newChannel')
    return { kind: 'channel', channelId: findOrAddChannel(db, target.network, target.name) }
  if (target.kind === 'ads' && target.channel && 'network' in target.channel) {
    return { ...target, channel: { channelId: findOrAddChannel(db, target.channel.network, target.channel.name) } }
  }
  if (target.kind === 'newClient') return { kind: 'client', clientId: findOrAddClient(db, target.name) }
  if (target.kind === 'client') assertRecord(db, 'client', target.clientId)
  for (const id of channelIdsOf(target)) assertRecord(db, 'channel', id)
  return target
}

const NOTHING: Meaning = { channelId: null, scope: 'social', activity: null, clientId: null, isTouch: true }

/** Meaning of a target whose channel or client exists. */
export function meaningOf(target: MappingTarget): Meaning {
  switch (target.kind) {
    case 'channel':
      return { ...NOTHING, channelId: target.channelId }
    case 'ads':
      return {
        ...NOTHING,
        channelId: target.channel && 'channelId' in target.channel ? target.channel.channelId : null,
        scope: target.scope,
      }
    case 'activity':
      return { ...NOTHING, activity: target.activity }
    case 'client':
      return { ...NOTHING, clientId: target.clientId }
    case 'none':
      return NOTHING
    case 'other':
      return { ...NOTHING, scope: 'other' }
    case 'noTouch':
      return { ...NOTHING, scope: 'other', isTouch: false }
    case 'newChannel':
    case 'newClient':
      throw new Error('what does not exist has no meaning yet')
  }
}
