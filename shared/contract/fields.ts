/** The building blocks every procedure's input and output is made of, with the limits of each in one place. */
import * as z from 'zod'
import { ACTIVITIES } from '../domain/activity.ts'
import { ATTRIBUTION_MODELS } from '../domain/attribution.ts'
import { isDay, type Day, type Period } from '../domain/day.ts'
import { MAX_CENTS } from '../domain/money.ts'
import { NETWORKS } from '../domain/network.ts'
import { MAX_URL_LENGTH } from '../domain/web-address.ts'

export const MAX_NAME_LENGTH = 200
export const MAX_NOTE_LENGTH = 2_000
/** Rows in one page of any list. */
export const MAX_PAGE_SIZE = 200

/** The name of a feature: the same in every layer, the first segment of its procedures' paths and query keys. */
export const FEATURES = [
  'app',
  'settings',
  'imports',
  'ledger',
  'costs',
  'revenue',
  'records',
  'calendar',
  'moderation',
  'time',
  'billing',
  'planning',
  'result',
  'reports',
  'safekeeping',
  'history',
] as const
export type Feature = (typeof FEATURES)[number]

export const CommandId = z.uuid()
export const RecordId = z.int().positive()
export const DayField = z
  .string()
  .refine(isDay)
  .transform((text) => text as Day)

const CONTROL_CHARACTERS = /[^\P{Cc}\t\n\r]/gu
/** One line of text: breaks become spaces; a control character, which nobody types, is refused. */
export const LineOfText = z
  .string()
  .overwrite((text) => text.replace(/[\t\n\r]+/g, ' '))
  .trim()
  .regex(/^\P{Cc}*$/u)
export const Name = LineOfText.min(1).max(MAX_NAME_LENGTH)
/** Text of several lines; what pasting brings along unseen is left out. */
export const LinesOfText = z.string().overwrite((text) => text.replace(CONTROL_CHARACTERS, ''))
export const Note = LinesOfText.max(MAX_NOTE_LENGTH)
/** An address as it is entered; what it may lead to is checked where it is kept. */
export const UrlField = z.string().trim().max(MAX_URL_LENGTH)

/** A single amount as it is entered. */
export const CentsField = z.int().min(-MAX_CENTS).max(MAX_CENTS)
export const PositiveCents = z.int().min(1).max(MAX_CENTS)
/** Hundredths of another currency, whose units may be small ones. */
export const ForeignCents = z
  .int()
  .min(1)
  .max(100 * MAX_CENTS)
/** What an answer says: a sum may exceed what a single amount may be, and what is stored must always be shown. */
export const SumField = z.int()
export const BasisPointsField = z.int().min(0).max(10_000)
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/)
export const LanguageField = z.enum(['de', 'en'])
export type Language = z.output<typeof LanguageField>
export const ScopeField = z.enum(['social', 'other'])
export const ActivityField = z.enum(ACTIVITIES)
export const NetworkField = z.enum(NETWORKS)
export const ModelField = z.enum(ATTRIBUTION_MODELS)
export const PeriodField = z
  .object({ from: DayField, to: DayField })
  .refine((period) => period.from <= period.to)
  .transform((period): Period => period)

export const ReceiptField = z.object({
  commandId: CommandId,
  changed: z.array(z.object({ feature: z.enum(FEATURES), ids: z.array(z.int()).max(100) })),
  isUndoable: z.boolean(),
  /** Id of the record a command made or concerned, where there is exactly one. */
  recordId: z.int().nullable(),
})
/** What a command answers: what changed, and whether `history.undo` can take it back. */
export type Receipt = z.output<typeof ReceiptField>

/** Every command carries an id made by the client: repeating it after a broken connection changes nothing. */
export function commandInput<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ commandId: CommandId, ...shape })
}
