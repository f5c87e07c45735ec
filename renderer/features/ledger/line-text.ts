import type { TFunction } from 'i18next'
import type { LedgerLine } from '../../../shared/contract/ledger.ts'

/** What a line says of itself. The words of a source that was removed went with it, also from lines of closed months. */
export function lineText({ description, source }: LedgerLine, t: TFunction<'ledger'>): string {
  return source.isRemoved ? t(`line.removed.${source.kind}`) : description
}
