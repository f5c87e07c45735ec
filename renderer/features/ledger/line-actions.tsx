import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LineDetails } from '../../../shared/contract/ledger.ts'
import { client } from '../../lib/api.ts'
import { expenseAddress, purchaseAddress, workAddress } from '../../lib/ledger-address.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useLedgerForms } from './form-store.ts'

export interface LineActionsProps {
  readonly details: LineDetails
  onClose(): void
  onBack?(): void
}

/** What can be done with a line: to its source, or, where it is sealed, put right in an open month. */
export function LineActions({ details, onClose, onBack }: LineActionsProps) {
  const { t } = useTranslation('ledger')
  const { source, description, reversesLineId } = details.line
  return (
    <>
      {onBack && (
        <span data-start>
          <Button variant="quiet" icon={ArrowLeft} onPress={onBack}>
            {t('line.back')}
          </Button>
        </span>
      )}
      {source.batchId !== null && (
        <LinkButton href="/imports?tab=history">{t('line.import', { id: source.batchId })}</LinkButton>
      )}
      {source.kind === 'expense' && <LinkButton href={expenseAddress(source.id)}>{t('line.expense')}</LinkButton>}
      {source.kind === 'revenue' && <LinkButton href={purchaseAddress(source.id)}>{t('line.purchase')}</LinkButton>}
      {source.kind !== 'revenue' && reversesLineId === null && (
        <LinkButton href={workAddress(source.kind, description)}>{t('line.assign')}</LinkButton>
      )}
      <ManualActions details={details} onClose={onClose} />
    </>
  )
}

function ManualActions({ details, onClose }: Omit<LineActionsProps, 'onBack'>) {
  const { t } = useTranslation('ledger')
  const show = useLedgerForms((state) => state.show)
  const remove = useCommand(client.ledger.removeManualLine, { done: t('manual.removed') })
  const { line, isEditable, isReversible } = details
  const open = (kind: 'edit' | 'correct' | 'reverse') => {
    onClose()
    show({ kind, details })
  }
  return (
    <>
      {isReversible && <Button onPress={() => open('reverse')}>{t('line.reverse')}</Button>}
      {isReversible && (
        <Button variant="primary" onPress={() => open('correct')}>
          {t('line.correct')}
        </Button>
      )}
      {isEditable && (
        <Button
          variant="danger"
          isPending={remove.isRunning}
          onPress={() => void remove.run({ id: line.source.id }).then((receipt) => receipt && onClose())}
        >
          {t('line.remove')}
        </Button>
      )}
      {isEditable && line.reversesLineId === null && (
        <Button variant="primary" onPress={() => open('edit')}>
          {t('line.edit')}
        </Button>
      )}
    </>
  )
}
