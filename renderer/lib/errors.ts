/** From what a call threw to what a person reads. Expected errors have texts by their code; anything else gets a number and details to copy. */
import { ORPCError } from '@orpc/client'
import i18next from 'i18next'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { isConnectionError } from './connection-error.ts'
import { type Format, formatFor } from './format.ts'
import { useViewSettings } from './view-settings.ts'

export interface DescribedError {
  readonly code: ErrorCode | 'connection_lost' | 'bad_request' | 'unknown'
  readonly title: string
  readonly meaning: string
  readonly advice: string
  /** For a bug report; never shown as it is. */
  readonly details: string
  /** What the error says about the matter, e.g. the field's name. */
  readonly data: Readonly<Record<string, unknown>>
}

const knownCodes: Record<ErrorCode, true> = {
  invalid_value: true,
  not_found: true,
  name_taken: true,
  in_use: true,
  no_ledger: true,
  ledger_unreadable: true,
  disk_full: true,
  read_only: true,
  undo_conflict: true,
  file_gone: true,
  file_too_large: true,
  import_superseded: true,
  month_closed: true,
  month_not_ended: true,
  not_in_order: true,
  timer_running: true,
  closing_is_final: true,
  overlap: true,
  entry_invoiced: true,
  already_running: true,
  post_not_ready: true,
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(knownCodes, code)
}

export function describeError(error: unknown): DescribedError {
  if (error instanceof ORPCError) return describeCode(String(error.code), asRecord(error.data))
  return describeCode(isConnectionError(error) ? 'connection_lost' : 'unknown', asRecord(error))
}

/** The same for a code with data that came as a value, e.g. `problem` of `app.status`. */
export function describeCode(code: string, data: Readonly<Record<string, unknown>>): DescribedError {
  const known = isKnown(code) || code === 'connection_lost' ? code : code === 'BAD_REQUEST' ? 'bad_request' : 'unknown'
  const { language, currency } = useViewSettings.getState()
  const format = formatFor(language, currency)
  const texts = { ...data, ...sizesOf(data, format), ...datesOf(data, format) }
  return {
    code: known,
    title: i18next.t(`ui:errors.${known}.title`, texts),
    meaning: i18next.t(`ui:errors.${known}.meaning`, texts),
    advice: `${reasonText(known, data) ?? i18next.t(`ui:errors.${known}.advice`, texts)}${numberOf(known, data)}`,
    details: makeDetails(code, data),
    data,
  }
}

/** The number under which the backend logged a bug. */
function numberOf(known: DescribedError['code'], data: Readonly<Record<string, unknown>>): string {
  return known === 'unknown' && typeof data.id === 'string' ? ` ${i18next.t('ui:error.number', { id: data.id })}` : ''
}

/** The sentence for why exactly; null where there is none. */
export function reasonText(code: string, data: Readonly<Record<string, unknown>>): string | null {
  const key = `ui:errors.${code}.reasons.${String(data.reason)}`
  return i18next.exists(key) ? i18next.t(key as 'ui:errors.ledger_unreadable.reasons.missing', { ...data }) : null
}

function sizesOf(data: Readonly<Record<string, unknown>>, format: Format): Record<string, string> {
  const { bytes, limitBytes } = data
  if (typeof bytes !== 'number' || typeof limitBytes !== 'number') return {}
  return { size: format.bytes(bytes), limit: format.bytes(limitBytes) }
}

/** Months and days an error names, as they are read. */
function datesOf(data: Readonly<Record<string, unknown>>, format: Format): Record<string, string> {
  const { month, nextMonth, firstOpenDay } = data
  return {
    ...(typeof month === 'string' && { month: format.month(month) }),
    ...(typeof nextMonth === 'string' && { nextMonth: format.month(nextMonth) }),
    ...(typeof firstOpenDay === 'string' && { firstOpenDay: format.day(firstOpenDay) }),
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (value instanceof Error) return { message: value.message }
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function makeDetails(code: string, data: Readonly<Record<string, unknown>>): string {
  const lines = [`code: ${code}`, ...Object.entries(data).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)]
  return lines.join('\n').slice(0, 4000)
}
