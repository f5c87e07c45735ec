import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lead } from '../../../shared/contract/leads.ts'
import { client } from '../../lib/api.ts'
import { purchaseAddress } from '../../lib/ledger-address.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Money } from '../../ui/money.tsx'
import { useRevenueForms } from '../../lib/revenue-forms.ts'
import { weightedCents } from './lead-columns.tsx'
import { LoseLeadDialog, WinLeadDialog } from './lead-outcome.tsx'

/** One lead, and what becomes of it. */
export function LeadSheet({ lead, onClose }: { readonly lead: Lead; onClose(): void }) {
  const [outcome, setOutcome] = useState<'win' | 'lose' | null>(null)
  return (
    <>
      <Dialog
        kind="sheet"
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        title={lead.name}
        footer={<LeadActions lead={lead} onClose={onClose} onOutcome={setOutcome} />}
      >
        <LeadDetails lead={lead} />
      </Dialog>
      {outcome === 'win' && <WinLeadDialog lead={lead} onClose={() => setOutcome(null)} />}
      {outcome === 'lose' && <LoseLeadDialog lead={lead} onClose={() => setOutcome(null)} />}
    </>
  )
}

function LeadDetails({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const item = (label: string, value: string | null) => (value === null || value === '' ? null : { label, value })
  const closed = lead.closedOn === null ? null : format.day(lead.closedOn)
  return (
    <KeyValues
      items={[
        {
          label: t('columns.status'),
          value: t(`leads.statuses.${lead.status}`),
          ...(closed !== null && {
            remark: t(lead.status === 'won' ? 'leads.wonOn' : 'leads.lostOn', { day: closed }),
          }),
        },
        { label: t('leads.value'), value: <Money cents={lead.valueCents} /> },
        {
          label: t('leads.probability'),
          value: format.basisPoints(lead.probabilityBasisPoints),
          ...(lead.status === 'open' && {
            remark: `${t('leads.sumWeighted')} ${format.money(weightedCents(lead))}`,
          }),
        },
        item(t('leads.day'), format.day(lead.day)),
        item(t('leads.expectedOn'), lead.expectedOn && format.day(lead.expectedOn)),
        item(t('leads.channel'), lead.channel),
        item(t('columns.origin'), [lead.campaign, lead.post, lead.conversation].filter(Boolean).join(' · ')),
        item(t('sale.client'), lead.client),
        item(t('sale.note'), lead.note),
      ]}
    />
  )
}

interface LeadActionsProps {
  readonly lead: Lead
  onClose(): void
  onOutcome(outcome: 'win' | 'lose'): void
}

function LeadActions({ lead, onClose, onOutcome }: LeadActionsProps) {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  const reopen = useCommand(client.revenue.reopenLead, { done: t('leads.reopened') })
  return (
    <>
      <span data-start>
        <Button
          onPress={() => {
            onClose()
            show({ kind: 'lead', lead })
          }}
        >
          {t('purchase.edit')}
        </Button>
      </span>
      {lead.status === 'open' && (
        <>
          <Button onPress={() => onOutcome('lose')}>{t('leads.lose')}</Button>
          <Button variant="primary" onPress={() => onOutcome('win')}>
            {t('leads.win')}
          </Button>
        </>
      )}
      {lead.status === 'lost' && (
        <Button isPending={reopen.isRunning} onPress={() => void reopen.run({ id: lead.id })}>
          {t('leads.reopen')}
        </Button>
      )}
      {lead.eventId !== null && <LinkButton href={purchaseAddress(lead.eventId)}>{t('leads.deal')}</LinkButton>}
    </>
  )
}
