/** The editorial calendar: posts, their variants for each channel, when they are due and how far they are. */
import * as z from 'zod'
import {
  Holiday,
  MAX_HINTS,
  MAX_RANGE_ROWS,
  MAX_VARIANTS,
  MAX_VARIANTS_AT_ONCE,
  PlanCursor,
  PlanFilter,
  PlanHint,
  PlanListField,
  PlanRow,
  PostCheck,
  PostContent,
  PostDetail,
  PostMoney,
  PostPatch,
  PostStatusField,
  VariantPatch,
} from './calendar-fields.ts'
import { MAX_CHECKS } from '../domain/post-lengths.ts'
import { base } from './errors.ts'
import { commandInput, MAX_PAGE_SIZE, PeriodField, ReceiptField, RecordId, UrlField } from './fields.ts'
import { At, on } from './on-record.ts'
import { InstantField } from './time-entries.ts'

const VariantIds = z.array(RecordId).min(1).max(MAX_VARIANTS_AT_ONCE)

export const calendar = {
  /**
   * Everything that is planned or was published in a period of at most a year, in order of time, with public holidays. Fails with
   * `invalid_value` period `too_long`. Changes nothing.
   */
  range: base.input(z.object({ period: PeriodField, filter: PlanFilter.default({}) })).output(
    z.object({
      rows: z.array(PlanRow).max(MAX_RANGE_ROWS),
      /** There are more than are shown. */
      isCut: z.boolean(),
      holidays: z.array(Holiday),
    }),
  ),
  /** A list, a page at a time: `all` from the latest day to the earliest and then those without one, `undated` the newest first. Changes nothing. */
  list: base
    .input(
      z.object({
        list: PlanListField,
        filter: PlanFilter.default({}),
        cursor: PlanCursor.nullable().default(null),
        limit: z.int().min(1).max(MAX_PAGE_SIZE).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(PlanRow),
        next: PlanCursor.nullable(),
        /** How many there are; only with the first page. */
        count: z.int().nullable(),
      }),
    ),
  /** One column of the board: what has no time comes last; published and archived ones come latest first. A page at a time. Changes nothing. */
  board: base
    .input(
      z.object({
        status: PostStatusField,
        filter: PlanFilter.default({}),
        cursor: PlanCursor.nullable().default(null),
        limit: z.int().min(1).max(MAX_PAGE_SIZE).default(50),
      }),
    )
    .output(z.object({ rows: z.array(PlanRow), next: PlanCursor.nullable(), count: z.int().nullable() })),
  /** What wants attention now: late drafts, late publications, what is due in the next hours. Changes nothing. */
  due: base.output(
    z.object({
      /** Planned before now and not published, earliest first. */
      late: z.array(PlanRow),
      lateCount: z.int(),
      /** Drafts that were due before today and are still ideas or drafts. */
      lateDrafts: z.int(),
      /** Planned for the rest of the day. */
      today: z.array(PlanRow),
      /** When the next one is due; null: nothing is planned. */
      nextAt: z.int().nullable(),
      /** No post was ever noted. */
      isEmpty: z.boolean(),
    }),
  ),
  /**
   * What is odd about the plan of a period of at most a year, as far as it is still to come: channels without a post for a week or more, two posts
   * of a channel within the hour, the same text again within thirty days. Channels that posted in the two months before are looked at. Changes
   * nothing.
   */
  hints: base
    .input(z.object({ period: PeriodField }))
    .output(z.object({ hints: z.array(PlanHint).max(MAX_HINTS), count: z.int() })),
  /** One post with its variants, checklist and history; fails with `not_found`. Changes nothing. */
  post: base.input(z.object({ id: RecordId })).output(PostDetail),
  /** What it cost, what it has to bring in, and what comparable ones brought. Changes nothing. */
  money: base.input(z.object({ id: RecordId })).output(PostMoney),

  /** A new post for these channels, all at one time; without channels an idea. The receipt names the post. */
  add: base
    .input(
      commandInput({
        post: PostContent,
        channelIds: z.array(RecordId).max(MAX_VARIANTS).default([]),
        plannedAt: InstantField.nullable().default(null),
        status: z.enum(['idea', 'draft']).default('idea'),
      }),
    )
    .output(ReceiptField),
  /** Changes what is said about the idea. Fails with `invalid_value` link `not_http`. */
  edit: on({ patch: PostPatch }),
  /** The list of what is to be done, as a whole. */
  setChecks: on({ checks: z.array(PostCheck).max(MAX_CHECKS) }),
  /** Removes a post with its variants; fails with `in_use` where hours, costs or purchases name it. */
  remove: on({}),

  /**
   * A further channel: its variant follows the master text and takes the time of the others. Fails with `name_taken` where it is there
   * already. `id`: the post.
   */
  addVariant: on({ channelId: RecordId, plannedAt: InstantField.nullable().optional() }),
  /** Changes a variant: its text, format, channel, time. Fails with `name_taken` for a channel the post has already. */
  editVariant: on({ patch: VariantPatch }),
  /** Takes a channel from a post; the last one leaves an idea without a channel. Fails with `in_use` once it was published. */
  removeVariant: on({}),
  /** Other times for these, e.g. what was dragged. What is published stays where it is: fails with `invalid_value` plannedAt `published`. */
  move: base
    .input(
      commandInput({
        moves: z
          .array(z.object({ id: RecordId, plannedAt: InstantField.nullable() }))
          .min(1)
          .max(MAX_VARIANTS_AT_ONCE),
      }),
    )
    .output(ReceiptField),
  /** Moves these by days; the clock stays through changes of the clock. What is published or has no time stays. */
  shift: base.input(commandInput({ ids: VariantIds, days: z.int().min(-3_660).max(3_660) })).output(ReceiptField),
  /** A new post like that of a variant, for its channel alone, at another time, as a draft. The receipt names the post. */
  copy: on({ plannedAt: InstantField.nullable() }),
  /**
   * How far these are. `ready` fails with `post_not_ready` where the network would refuse one of them. Published ones are taken back by any
   * status but archived: the true time goes. Fails with `invalid_value` status `not_allowed` where the way does not lead there.
   */
  setStatus: base.input(commandInput({ ids: VariantIds, status: PostStatusField })).output(ReceiptField),
  /** It is out, at this time; where it can be seen. Fails with `invalid_value` at `in_future`, permalink `not_http`. */
  publish: on({ at: At, permalink: UrlField.nullable().default(null) }),
}
