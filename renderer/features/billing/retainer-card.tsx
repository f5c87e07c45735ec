import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BilledClient, RetainerRow } from '../../../shared/contract/billing-records.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import type { BillingAddress } from './billing-view.ts'
import styles from './billing.module.css'
import { RetainerBar } from './retainer-bar.tsx'
import { RetainerForm } from './retainer-form.tsx'

export interface RetainerCardProps {
  readonly client: BilledClient
  readonly retainers: readonly RetainerRow[]
  readonly address: BillingAddress
}

/** Hours agreed for each month: how much is used, and what was agreed. */
export function RetainerCard({ client, retainers, address }: RetainerCardProps) {
  const { t } = useTranslation('billing')
  const [edited, setEdited] = useState<RetainerRow | 'new' | null>(null)
  return (
    <Card
      title={t('retainer.title')}
      aside={
        <Button size="s" variant="quiet" icon={Plus} onPress={() => setEdited('new')}>
          {retainers.length === 0 ? t('retainer.add') : t('retainer.change')}
        </Button>
      }
    >
      <div className={styles.stack}>
        {client.retainer && <RetainerBar state={client.retainer} />}
        {retainers.length === 0 && <p className={styles.note}>{t('retainer.none')}</p>}
        {retainers.length > 0 && (
          <div className={styles.rows}>
            {retainers.toReversed().map((retainer) => (
              <AgreementRow key={retainer.id} retainer={retainer} onEdit={() => setEdited(retainer)} />
            ))}
          </div>
        )}
      </div>
      {edited !== null && (
        <RetainerForm
          clientId={client.id}
          retainer={edited === 'new' ? null : edited}
          before={retainers.at(-1) ?? null}
          month={address.month}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  )
}

function AgreementRow({ retainer, onEdit }: { readonly retainer: RetainerRow; onEdit(): void }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { fromMonth, toMonth, monthlySeconds, feeCents } = retainer
  const from = format.month(fromMonth)
  return (
    <div className={styles.row}>
      <span>
        <TextLink onPress={onEdit}>
          {t('retainer.summary', { hours: format.duration(monthlySeconds), fee: format.money(feeCents) })}
        </TextLink>
        <small>
          {toMonth === null
            ? t('retainer.since', { month: from })
            : t('retainer.between', { from, to: format.month(toMonth) })}
        </small>
      </span>
    </div>
  )
}
