import { CloseDialog } from './close-dialog.tsx'
import type { OpenLedgerForm } from './form-store.ts'
import { ManualForm } from './manual-form.tsx'
import { ReverseDialog } from './reverse-dialog.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

export function LedgerForms({ form, onClose }: { readonly form: OpenLedgerForm; onClose(): void }) {
  if (form.kind === 'close') return <CloseDialog month={form.month} onClose={onClose} />
  if (form.kind === 'verify') return <VerifyDialog onClose={onClose} />
  if (form.kind === 'reverse') return <ReverseDialog details={form.details} onClose={onClose} />
  return <ManualForm form={form} onClose={onClose} />
}
