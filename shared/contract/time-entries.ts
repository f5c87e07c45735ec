/** Entries of time as the contract speaks of them. */
import * as z from 'zod'
import { ActivityField, DayField, NetworkField, Note, PeriodField, RecordId, ScopeField, SumField } from './fields.ts'

/** Posts or conversations of one entry. */
export const MAX_TARGETS = 200
/** Entries one bulk command may change. */
export const MAX_BULK_ENTRIES = 2_000
/** Days one timeline shows, and entries in it. */
export const MAX_TIMELINE_DAYS = 62
export const MAX_TIMELINE_ENTRIES = 3_000

export const InstantField = z.int().min(-2_208_988_800_000).max(7_258_118_400_000)

/** A post or a conversation the work was for; exactly one of the two. Weights are relative: 1, 1, 2. */
const Target = z
  .object({
    postId: RecordId.nullable(),
    conversationId: RecordId.nullable(),
    weight: z.int().min(1).max(1_000_000),
  })
  .refine(({ postId, conversationId }) => (postId === null) !== (conversationId === null))
export type Target = z.output<typeof Target>

/** What a stretch of work was, and what for. */
const WorkFields = {
  activity: ActivityField.nullable(),
  channelId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  clientId: RecordId.nullable(),
  projectId: RecordId.nullable(),
  departmentId: RecordId.nullable(),
  targets: z.array(Target).max(MAX_TARGETS),
  note: Note,
  scope: ScopeField,
  isBillable: z.boolean(),
}
export const Work = z.object(WorkFields)
export type Work = z.output<typeof Work>

/** Absent: as it is. */
export const WorkPatch = Work.partial()
export type WorkPatch = z.output<typeof WorkPatch>

export const EntryDraft = z.object({
  ...WorkFields,
  personId: RecordId,
  startedAt: InstantField,
  endedAt: InstantField,
})
export type EntryDraft = z.output<typeof EntryDraft>

export const EntryPatch = z.object({ ...EntryDraft.shape }).partial()
export type EntryPatch = z.output<typeof EntryPatch>

export const NamedTarget = z.object({
  postId: RecordId.nullable(),
  conversationId: RecordId.nullable(),
  weight: z.int(),
  /** Its title or label; may be empty. */
  name: z.string(),
})
export type NamedTarget = z.output<typeof NamedTarget>

const Names = {
  person: z.string(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  campaign: z.string().nullable(),
  client: z.string().nullable(),
  project: z.string().nullable(),
  department: z.string().nullable(),
}

export const TimeEntry = z.object({
  id: RecordId,
  personId: RecordId,
  startedAt: z.int(),
  /** Null: still running. */
  endedAt: z.int().nullable(),
  /** The local day it starts. */
  day: DayField,
  /** Of a running entry: 0. */
  seconds: z.int(),
  ...WorkFields,
  targets: z.array(NamedTarget),
  note: z.string(),
  ...Names,
  /** Null: running, or no cost rate is in force. */
  cents: SumField.nullable(),
  isEstimate: z.boolean(),
  /** Only its day and length are known. */
  isUntimed: z.boolean(),
  /** Its month is closed. */
  isSealed: z.boolean(),
  /** It was invoiced and is locked. */
  invoiceId: RecordId.nullable(),
  /** The import it came with. */
  batchId: RecordId.nullable(),
})
export type TimeEntry = z.output<typeof TimeEntry>

export const RunningEntry = z.object({
  entry: TimeEntry,
  /** What its hour costs; null: no rate is in force. */
  centsPerHour: z.int().nullable(),
  /** When the app last saw it run, where it has not seen it for longer than it should have: the app or the computer was off. */
  lastSeenAt: z.int().nullable(),
})
export type RunningEntry = z.output<typeof RunningEntry>

/** What to do where the new stretch overlaps others of the person: refuse with `overlap`, keep both, or cut the others around it. */
export const OverlapChoice = z.enum(['refuse', 'keep', 'trim'])
export type OverlapChoice = z.output<typeof OverlapChoice>

/** What the time was in which nobody was at the timer. */
export const ABSENCE_CHOICES = ['keep', 'end', 'endAndContinue', 'split', 'remove'] as const
export const AbsenceChoice = z.enum(ABSENCE_CHOICES)
export type AbsenceChoice = z.output<typeof AbsenceChoice>

export const EntryFilter = z.object({
  period: PeriodField.optional(),
  personId: RecordId.optional(),
  activity: ActivityField.nullable().optional(),
  channelId: RecordId.nullable().optional(),
  campaignId: RecordId.nullable().optional(),
  clientId: RecordId.nullable().optional(),
  projectId: RecordId.nullable().optional(),
  departmentId: RecordId.nullable().optional(),
  /** Entries with this post among their targets. */
  postId: RecordId.nullable().optional(),
  conversationId: RecordId.nullable().optional(),
  scope: ScopeField.optional(),
  isBillable: z.boolean().optional(),
  isInvoiced: z.boolean().optional(),
  isEstimate: z.boolean().optional(),
  /** Words in the note. */
  text: z.string().max(200).optional(),
})
export type EntryFilter = z.output<typeof EntryFilter>

/** Entries as a table, as data, and for calendars. */
export const HOURS_FILES = ['csv', 'json', 'ics'] as const
export type HoursFile = (typeof HOURS_FILES)[number]

/** Where the next page begins: the last row's start and id. */
export const EntryCursor = z.object({ startedAt: z.int(), id: RecordId })
export type EntryCursor = z.output<typeof EntryCursor>

/** A combination to start again. */
export const Combination = z.object({
  ...WorkFields,
  targets: z.array(NamedTarget),
  ...Names,
  person: z.string().nullable(),
})
export type Combination = z.output<typeof Combination>

/** Rows one report of hours answers. */
export const MAX_REPORT_ROWS = 2_000

export const REPORT_KEYS = [
  'activity',
  'channel',
  'post',
  'campaign',
  'client',
  'project',
  'department',
  'person',
  'week',
  'day',
] as const
export const ReportKey = z.enum(REPORT_KEYS)
export type ReportKey = z.output<typeof ReportKey>

/** What the line in plain words was understood to say; see shared/domain/quick-entry.ts. */
export const UnderstoodPart = z.object({
  kind: z.enum([
    'duration',
    'times',
    'day',
    'activity',
    'channel',
    'campaign',
    'client',
    'project',
    'department',
    'post',
    'conversation',
    'person',
    'billable',
    'note',
  ]),
  /** How it is shown: "Dialog", "14:00 – 15:20". */
  text: z.string(),
  /** The words it was read from. */
  source: z.string(),
  /** The choice that, answered with "none", takes it back and leaves the words in the note. Null: it was said so. */
  dismissal: z.string().nullable(),
})
export type UnderstoodPart = z.output<typeof UnderstoodPart>

/**
 * Something the line leaves open; `choice` of one of the options settles it. The key "none" leaves the words in the note; a
 * question with no other option says that nothing has that name. name: things of several kinds.
 */
export const OpenQuestion = z.object({
  kind: z.enum([
    'name',
    'channel',
    'campaign',
    'client',
    'project',
    'department',
    'post',
    'conversation',
    'person',
    'activity',
    'billable',
    'clock',
    'duration',
    'day',
  ]),
  source: z.string(),
  options: z.array(z.object({ key: z.string().max(200), text: z.string() })).max(12),
})
export type OpenQuestion = z.output<typeof OpenQuestion>

export const Understanding = z.object({
  parts: z.array(UnderstoodPart),
  questions: z.array(OpenQuestion),
  /** Ready to be added; null while something is missing or open. */
  entry: EntryDraft.nullable(),
  /** Text key of what is missing: no_time, … Null: nothing. */
  missing: z.string().nullable(),
})
export type Understanding = z.output<typeof Understanding>
