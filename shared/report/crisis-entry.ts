/** What stands in the log of a crisis, in words: the same on the screen and in its document. */
import type { CrisisEntry } from '../contract/crises.ts'
import type { CrisisLevel } from '../domain/crisis.ts'
import type { Format } from '../i18n/format.ts'
import type { Say } from './sentence.ts'

export type EntryKey =
  | Exclude<CrisisEntry['kind'], 'note' | 'done' | 'undone'>
  | 'openedFrom'
  | 'reachUnknown'
  | 'addedNamed'
  | 'removedNamed'
  | 'publishedOn'
  | 'withRole'
  | 'done.task'
  | 'done.calm'
  | 'undone.task'
  | 'undone.calm'
  | 'closedWithout'
  | 'closedTasks'

export interface EntryWords {
  readonly say: Say<EntryKey>
  level(level: CrisisLevel): string
  readonly format: Format
}

/** A sentence without a full stop; empty for a note, which has words of its own. */
export function entryText({ kind, detail }: CrisisEntry, { say, level: nameOf, format }: EntryWords): string {
  const { name = '', title = '', item, role, channel, count = 0 } = detail
  const level = nameOf(detail.level ?? 1)
  switch (kind) {
    case 'note':
      return ''
    case 'opened':
      return count > 0 ? say('openedFrom', { level, count }) : say('opened', { level })
    case 'level':
      return say('level', { level, before: nameOf(detail.before ?? 1) })
    case 'reach': {
      const { reach } = detail
      return typeof reach === 'number' ? say('reach', { reach: format.number(reach) }) : say('reachUnknown')
    }
    case 'added':
    case 'removed':
      return item === undefined ? say(kind, { count }) : say(`${kind}Named`, { item })
    case 'informed':
    case 'uninformed':
      return say(kind, { name: role === undefined ? name : say('withRole', { name, role }) })
    case 'approved':
    case 'rejected':
      return say(kind, { title, name })
    case 'changed':
      return say(kind, { title })
    case 'published':
      return channel === undefined ? say(kind, { title }) : say('publishedOn', { title, channel })
    case 'done':
    case 'undone':
      return say(`${kind}.${detail.list ?? 'task'}`, { item: item ?? '' })
    case 'evidence':
    case 'evidenceRemoved':
      return say(kind, { name })
    case 'reopened':
      return say(kind)
    case 'closed':
      return closedText(detail, say)
  }
}

function closedText({ open = [], openTasks = 0 }: CrisisEntry['detail'], say: Say<EntryKey>): string {
  const parts = [
    open.length === 0 ? say('closed') : say('closedWithout', { open: open.join(' · ') }),
    ...(openTasks > 0 ? [say('closedTasks', { count: openTasks })] : []),
  ]
  return parts.join('; ')
}
