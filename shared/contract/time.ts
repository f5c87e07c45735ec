/** The timer, stretches of work entered by hand, and what they come to. */
import * as z from 'zod'
import { base } from './errors.ts'
import {
  commandInput,
  DayField,
  LanguageField,
  LineOfText,
  MAX_PAGE_SIZE,
  Name,
  NetworkField,
  PeriodField,
  ReceiptField,
  RecordId,
  SumField,
} from './fields.ts'
import { FilePieces, NumberStyleField } from './file-pieces.ts'
import {
  AbsenceChoice,
  Combination,
  EntryCursor,
  EntryDraft,
  EntryFilter,
  EntryPatch,
  HOURS_FILES,
  InstantField,
  MAX_BULK_ENTRIES,
  MAX_REPORT_ROWS,
  MAX_TIMELINE_ENTRIES,
  OverlapChoice,
  ReportKey,
  RunningEntry,
  TimeEntry,
  Understanding,
  Work,
  WorkPatch,
} from './time-entries.ts'
import { timeSheets } from './time-sheets.ts'

export const time = {
  ...timeSheets,
  /** Running entries of all people, one's own first, and whose timer the top bar shows. Changes nothing. */
  running: base.output(
    z.object({ selfPersonId: RecordId.nullable(), now: z.int(), entries: z.array(RunningEntry).max(200) }),
  ),
  /**
   * Starts a timer; one of the same person that runs is ended at that instant (a switch). personId null: one's own, made and
   * remembered where there is nobody yet. Fails with `invalid_value` personId `self_unknown` where there are several and none is said to be oneself.
   */
  start: base
    .input(commandInput({ personId: RecordId.nullable(), at: InstantField.nullable(), work: Work }))
    .output(ReceiptField),
  /** Starts again what an earlier entry says, from now on. */
  continue: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Ends a running entry. Less than a second of work is removed instead. */
  stop: base.input(commandInput({ id: RecordId, at: InstantField.nullable() })).output(ReceiptField),
  /**
   * Settles time in which nobody was at a running timer, from `from` to `to` (now, at the latest). keep: it was work all along; end: the entry ends at `from`;
   * endAndContinue: and starts again at `to`; split: what lies between becomes an entry of its own with `between`, and the timer goes
   * on at `to`; remove: the whole entry goes.
   */
  settleAbsence: base
    .input(
      commandInput({
        id: RecordId,
        choice: AbsenceChoice,
        from: InstantField,
        to: InstantField,
        between: Work.nullable().default(null),
      }),
    )
    .output(ReceiptField),

  /** Entries that touch a stretch of days, in order of their start, with sums by day. Changes nothing. */
  timeline: base.input(z.object({ period: PeriodField, personId: RecordId.nullable() })).output(
    z.object({
      entries: z.array(TimeEntry).max(MAX_TIMELINE_ENTRIES),
      /** True: there are more than can be shown. */
      isCut: z.boolean(),
      days: z.array(
        z.object({ day: DayField, seconds: z.int(), cents: SumField, unpricedSeconds: z.int(), count: z.int() }),
      ),
    }),
  ),
  /** Entries, latest first, a page at a time, with the sums of all that match on the first page. Changes nothing. */
  list: base
    .input(
      z.object({
        filter: EntryFilter,
        cursor: EntryCursor.nullable().default(null),
        limit: z.int().min(1).max(MAX_PAGE_SIZE).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(TimeEntry),
        next: EntryCursor.nullable(),
        sums: z
          .object({
            count: z.int(),
            seconds: z.int(),
            cents: SumField,
            unpricedSeconds: z.int(),
            billableSeconds: z.int(),
          })
          .nullable(),
      }),
    ),
  /** One entry. Changes nothing. */
  entry: base.input(z.object({ id: RecordId })).output(TimeEntry),

  /** Adds entries. Fails with `overlap`, `month_closed`, `invalid_value`. */
  add: base
    .input(commandInput({ entries: z.array(EntryDraft).min(1).max(50), onOverlap: OverlapChoice.default('refuse') }))
    .output(ReceiptField),
  /** Changes one entry; a running one has no end yet. In closed months only what the work was for. */
  update: base
    .input(commandInput({ id: RecordId, patch: EntryPatch, onOverlap: OverlapChoice.default('refuse') }))
    .output(ReceiptField),
  /** Changes what many entries were for, and whose they were. Invoiced ones and times are left alone. */
  updateMany: base
    .input(
      commandInput({
        ids: z.array(RecordId).min(1).max(MAX_BULK_ENTRIES),
        patch: WorkPatch.extend({ personId: RecordId.optional() }),
      }),
    )
    .output(ReceiptField),
  /** Moves entries by whole days, at the same clock time: their length stays through clock changes. */
  shift: base
    .input(commandInput({ ids: z.array(RecordId).min(1).max(MAX_BULK_ENTRIES), days: z.int().min(-366).max(366) }))
    .output(ReceiptField),
  remove: base.input(commandInput({ ids: z.array(RecordId).min(1).max(MAX_BULK_ENTRIES) })).output(ReceiptField),
  /** Divides an entry at an instant; both parts say the same. */
  split: base.input(commandInput({ id: RecordId, at: InstantField })).output(ReceiptField),
  /** Cuts overlaps among entries of one person: of two the earlier ends where the later starts; one inside another divides it. */
  trim: base.input(commandInput({ ids: z.array(RecordId).min(2).max(200) })).output(ReceiptField),

  /** Kept and recent combinations, the latest first. Changes nothing. */
  combinations: base.output(
    z.object({
      favourites: z.array(Combination.extend({ id: RecordId })).max(50),
      recent: z.array(Combination).max(20),
    }),
  ),
  addFavourite: base.input(commandInput({ work: Work })).output(ReceiptField),
  removeFavourite: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  moveFavourite: base.input(commandInput({ id: RecordId, position: z.int().min(0).max(49) })).output(ReceiptField),

  /** Reads a line in plain words. `choices`: answers to open questions, by "kind source". Changes nothing. */
  understand: base
    .input(
      z.object({
        text: LineOfText.max(500),
        personId: RecordId.nullable().default(null),
        choices: z.record(z.string().max(600), z.string().max(200)).default({}),
      }),
    )
    .output(Understanding),

  /**
   * Hours and cost by one of the keys, dearest first (days and weeks in their order): the ledger's lines of labour, those entered by hand
   * and corrections of closed months included. More rows than an answer holds are left out, though not of the sums: the cheapest,
   * or the earliest days. Changes nothing.
   */
  report: base.input(z.object({ filter: EntryFilter.extend({ period: PeriodField }), by: ReportKey })).output(
    z.object({
      rows: z
        .array(
          z.object({
            /** Id, activity, day or the Monday of a week; null: none. */
            key: z.union([RecordId, z.string()]).nullable(),
            name: z.string().nullable(),
            network: NetworkField.nullable(),
            /** Lines of the ledger: an entry over several posts has several. */
            count: z.int(),
            seconds: z.int(),
            cents: SumField,
            unpricedSeconds: z.int(),
            /** Of posts and projects. */
            plannedSeconds: z.int().nullable(),
            /** Beside a plan: all that was ever logged, whatever the period. */
            actualSeconds: z.int().nullable(),
          }),
        )
        .max(MAX_REPORT_ROWS),
      /** Of the sums: lines entered by hand, which no entry stands behind. */
      byHand: z.object({ seconds: z.int(), cents: SumField }),
      sums: z.object({ count: z.int(), seconds: z.int(), cents: SumField, unpricedSeconds: z.int() }),
      /** Of social work: dialogue ÷ (dialogue + content + publishing + ads), basis points; null without any of them. */
      dialogueShareBasisPoints: z.int().nullable(),
    }),
  ),

  /** The entries that match as a file, in the order of their start; those that still run are left out. Changes nothing. */
  exportFile: base
    .input(
      z.object({
        as: z.enum(HOURS_FILES),
        filter: EntryFilter,
        language: LanguageField,
        /** CSV. Absent: as the language writes them. */
        numbers: NumberStyleField.optional(),
      }),
    )
    .output(FilePieces),

  /** Projects with what was logged for them. Changes nothing. */
  projects: base.output(
    z
      .array(
        z.object({
          id: RecordId,
          clientId: RecordId.nullable(),
          client: z.string().nullable(),
          name: z.string(),
          isBillable: z.boolean(),
          isArchived: z.boolean(),
          plannedMinutes: z.int().nullable(),
          seconds: z.int(),
          useCount: z.int(),
        }),
      )
      .max(2_000),
  ),
  addProject: base
    .input(
      commandInput({
        clientId: RecordId.nullable(),
        name: Name,
        isBillable: z.boolean(),
        plannedMinutes: z.int().min(1).max(6_000_000).nullable(),
      }),
    )
    .output(ReceiptField),
  updateProject: base
    .input(
      commandInput({
        id: RecordId,
        patch: z
          .object({
            clientId: RecordId.nullable(),
            name: Name,
            isBillable: z.boolean(),
            isArchived: z.boolean(),
            plannedMinutes: z.int().min(1).max(6_000_000).nullable(),
          })
          .partial(),
      }),
    )
    .output(ReceiptField),
  /** Removes a project nothing points at; others can be archived. */
  removeProject: base.input(commandInput({ id: RecordId })).output(ReceiptField),
}
