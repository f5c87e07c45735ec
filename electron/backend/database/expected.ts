/** Expected errors of the contract, thrown from wherever they are found. */
import { ORPCError } from '@orpc/server'
import type * as z from 'zod'
import { REFUSED_STATUS, type ErrorCode, type errors } from '../../../shared/contract/errors.ts'

type ErrorData<Code extends ErrorCode> = z.output<(typeof errors)[Code]['data']>

export function expected<Code extends ErrorCode>(code: Code, data: ErrorData<Code>): ORPCError<Code, ErrorData<Code>> {
  return new ORPCError(code, { data, status: REFUSED_STATUS })
}

/** What SQLite's refusal means for the user; any other error is passed on as it is. */
export function explainStorageError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // The file's own lock: commands that know which entry it is say so before.
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error && error.message === 'entry invoiced')
    return expected('entry_invoiced', { entryId: 0, invoiceId: 0, number: '–' })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return expected('disk_full', { path })
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES')
    return expected('read_only', { path })
  if (code.startsWith('SQLITE_BUSY')) return expected('ledger_unreadable', { path, reason: 'in_use' })
  if (code.startsWith('SQLITE_IOERR')) return expected('disk_full', { path })
  return error
}
