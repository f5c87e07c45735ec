/** Drop, recognise, preview, map, import, undo. Nothing is written before `commit`. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { MAX_FILES_AT_ONCE } from '../domain/import-limits.ts'
import { base } from './errors.ts'
import {
  ActivityField,
  SumField,
  commandInput,
  DayField,
  NetworkField,
  Name,
  ReceiptField,
  RecordId,
  ScopeField,
} from './fields.ts'

export const Handle = z.uuid()

/** Which values of a file are mapped to which records of the ledger. */
export const MAPPING_SOURCES = [
  'project',
  'activity',
  'client',
  'meta-campaign',
  'google-campaign',
  'utm-source',
  'discount-code',
  'self-report',
] as const
export const MappingSource = z.enum(MAPPING_SOURCES)
export type MappingSource = z.output<typeof MappingSource>

/**
 * What a value means. `newChannel` makes the channel when the import is agreed to (or takes the one of that name);
 * `none`: no channel, cross-channel work (of a client: none); `other`: known, but not social media (search, newsletter, recommendation);
 * `noTouch`: says nothing about where a buyer came from (WELCOME10) and is no touch at all.
 */
export const MappingTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel'), channelId: RecordId }),
  z.object({ kind: z.literal('newChannel'), network: NetworkField, name: Name }),
  z.object({ kind: z.literal('activity'), activity: ActivityField.nullable() }),
  /** Ads of a channel (null: of none in particular) and whether they count as social. */
  z.object({
    kind: z.literal('ads'),
    channel: z.union([z.object({ channelId: RecordId }), z.object({ network: NetworkField, name: Name })]).nullable(),
    scope: ScopeField,
  }),
  z.object({ kind: z.literal('client'), clientId: RecordId }),
  /** Made when the import is agreed to (or the one of that name is taken). */
  z.object({ kind: z.literal('newClient'), name: Name }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('other') }),
  z.object({ kind: z.literal('noTouch') }),
])
export type MappingTarget = z.output<typeof MappingTarget>

export const MappingAnswer = z.object({ source: MappingSource, value: z.string().max(500), target: MappingTarget })
export type MappingAnswer = z.output<typeof MappingAnswer>

/** A value found in the files, what it will mean, and how that is known. */
export const MappingItem = z.object({
  source: MappingSource,
  value: z.string(),
  /** Rows that carry it, and what they come to (seconds for time, cents for the rest). */
  count: z.int(),
  seconds: z.int(),
  cents: SumField,
  target: MappingTarget,
  /** `remembered`: answered before; `certain`: an exact name; `guess`: worth a look; `open`: nothing to go by. */
  certainty: z.enum(['remembered', 'certain', 'guess', 'open']),
  /** Names of the files it stands in. */
  files: z.array(z.string()),
})
export type MappingItem = z.output<typeof MappingItem>

export const ReadAnswers = z.object({
  numberFormat: z.enum(['comma', 'dot']).optional(),
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
})

export const RowProblem = z.object({ line: z.int(), column: z.string(), value: z.string(), reason: z.string() })
export const LeftOut = z.object({ line: z.int(), reason: z.string(), text: z.string() })

/** One field of a row, before and after; empty where there is no value. */
export const ChangedField = z.object({
  field: z.string(),
  /** How to read the texts: integer cents, a count, epoch milliseconds, a day, a length, yes or no, or plain text. */
  unit: z.enum(['cents', 'count', 'instant', 'day', 'seconds', 'flag', 'text']),
  before: z.string(),
  after: z.string(),
  /** It was set by hand since and stays so. */
  isKept: z.boolean(),
})
export type ChangedField = z.output<typeof ChangedField>

export const FilePreview = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('unreadable'),
    handle: Handle,
    fileName: z.string(),
    bytes: z.int(),
    /** empty, not_a_table, unknown_table, missing_column, too_large, truncated … */
    reason: z.string(),
    /** For the message. unknown_table: headers found; missing_column: columns missing; not_a_table: what it is instead (`pdf`, `xlsx` …). */
    details: z.array(z.string()).max(60),
  }),
  z.object({
    state: z.literal('readable'),
    handle: Handle,
    fileName: z.string(),
    bytes: z.int(),
    format: z.string(),
    recordKind: z.enum(['time', 'ad-spend', 'order']),
    encoding: z.string(),
    period: z.object({ from: DayField, to: DayField }).nullable(),
    rows: z.int(),
    seconds: z.int(),
    /** Ads: spend. Orders: gross of those that count. */
    cents: SumField,
    /** Orders only: pending and voided ones. */
    uncounted: z.int(),
    comparison: z.object({ newRows: z.int(), sameRows: z.int(), changedRows: z.int(), goneRows: z.int() }),
    /** Rows to be written whose day lies in a closed month: they become corrections on the day of the import. */
    closedRows: z.int(),
    /** Hours of which only the day and the length are known. */
    untimedRows: z.int(),
    /** Changed rows of which something was set by hand in the ledger and stays so. */
    keptRows: z.int(),
    /** Changed or gone rows whose hours were invoiced: they are left alone, and counted nowhere else. */
    invoicedRows: z.int(),
    /** What differs from the last import, up to 200. */
    changes: z
      .array(
        z.object({
          kind: z.enum(['changed', 'gone', 'new']),
          label: z.string(),
          /** Invoiced since: left alone. */
          isInvoiced: z.boolean(),
          /** Of changed rows. */
          fields: z.array(ChangedField),
        }),
      )
      .max(200),
    leftOut: z.array(LeftOut).max(200),
    leftOutCount: z.int(),
    problems: z.array(RowProblem).max(200),
    problemCount: z.int(),
    notes: z.array(RowProblem).max(200),
    questions: z.array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('number-format'),
          suggested: z.enum(['comma', 'dot']),
          samples: z.array(z.string()).max(5),
        }),
        z.object({
          kind: z.literal('date-order'),
          suggested: z.enum(['day-first', 'month-first']),
          samples: z.array(z.string()).max(5),
        }),
      ]),
    ),
    /** Rows that look like one already there under another identity; shown, never merged. */
    nearDuplicates: z.array(z.object({ line: z.int(), label: z.string(), existing: z.string() })).max(200),
  }),
])
export type FilePreview = z.output<typeof FilePreview>

export const Inspection = z.object({ files: z.array(FilePreview), mappings: z.array(MappingItem).max(5_000) })
export type Inspection = z.output<typeof Inspection>

const FileChoice = z.object({
  handle: Handle,
  answers: ReadAnswers.default({}),
})

export const Batch = z.object({
  id: RecordId,
  importedAt: z.int(),
  fileName: z.string(),
  format: z.string(),
  recordKind: z.enum(['time', 'ad-spend', 'order']),
  period: z.object({ from: DayField, to: DayField }).nullable(),
  newRows: z.int(),
  changedRows: z.int(),
  goneRows: z.int(),
  sameRows: z.int(),
  leftOutRows: z.int(),
  problemRows: z.int(),
  seconds: z.int(),
  cents: SumField,
})
export type Batch = z.output<typeof Batch>

export const CommitEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('done'), receipt: ReceiptField, batchIds: z.array(RecordId) }),
])

export const imports = {
  /** Announces a file; its bytes follow in pieces. Keeps it in memory only. */
  stage: base
    .input(z.object({ name: z.string().max(500), bytes: z.int().min(0) }))
    .output(z.object({ handle: Handle })),
  /** The next piece of a staged file, base64. */
  append: base
    .input(z.object({ handle: Handle, base64: z.base64().max(1_500_000) }))
    .output(z.object({ receivedBytes: z.int() })),
  /** Forgets a staged file. */
  discard: base.input(z.object({ handle: Handle })).output(z.object({})),
  /** Reads staged files and says what an import would write. Writes nothing. */
  inspect: base.input(z.object({ files: z.array(FileChoice).min(1).max(MAX_FILES_AT_ONCE) })).output(Inspection),
  /** Imports staged files in one transaction, one batch a file; remembers the mappings. Cancelling leaves nothing behind. */
  commit: base
    .input(
      commandInput({
        files: z
          .array(
            FileChoice.extend({
              applyChanged: z.boolean().default(true),
              removeGone: z.boolean().default(false),
              /** New orders are revenue of this client; null: one's own. */
              clientId: RecordId.nullable().default(null),
            }),
          )
          .min(1)
          .max(MAX_FILES_AT_ONCE),
        /** Answers that differ from the guesses; what is not named is taken as guessed. */
        mappings: z.array(MappingAnswer).max(5_000),
      }),
    )
    .output(eventIterator(CommitEvent)),
  /** What was imported, latest first. Changes nothing. */
  batches: base.output(z.array(Batch).max(1_000)),
  /** Takes a whole batch back, with the rows it changed; fails when a later batch changed them again. */
  undoBatch: base.input(commandInput({ batchId: RecordId })).output(ReceiptField),
  /** Remembered answers with how many imported rows each concerns. Changes nothing. */
  mappings: base.output(z.array(MappingItem).max(5_000)),
  /** Changes a remembered answer and every row imported under it, in open months. */
  remap: base.input(commandInput({ mapping: MappingAnswer })).output(ReceiptField),
}
