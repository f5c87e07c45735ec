import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../../shared/contract/revenue.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useRevenueForms } from '../../lib/revenue-forms.ts'
import { PurchaseAmounts } from './purchase-amounts.tsx'
import { PurchaseOwnFields } from './purchase-own-fields.tsx'
import styles from './revenue.module.css'
import { TouchSection } from './touch-section.tsx'

/** One purchase: what is left of it, and what led to it. */
export function PurchaseSheet({ id, onClose }: { readonly id: number; onClose(): void }) {
  const query = useQuery(api.revenue.purchase.queryOptions({ input: { id } }))
  const describe = useErrorTexts()
  const format = useFormat()
  const purchase = query.data
  return (
    <Dialog
      kind="sheet"
      size="l"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={purchase ? `${purchase.name} · ${format.day(purchase.day)}` : ''}
      {...(purchase && { footer: <SheetActions purchase={purchase} onClose={onClose} /> })}
    >
      {purchase ? (
        <div className={styles.sheet}>
          <SheetNotes purchase={purchase} />
          <PurchaseAmounts purchase={purchase} />
          {purchase.sale === null && <PurchaseOwnFields key={purchase.id} purchase={purchase} />}
          <TouchSection purchase={purchase} />
        </div>
      ) : query.isError ? (
        <ErrorPanel error={describe(query.error)} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Dialog>
  )
}

function SheetNotes({ purchase }: { readonly purchase: Purchase }) {
  const { t } = useTranslation('revenue')
  return (
    <>
      {purchase.isSealed && <p className={styles.note}>{t('purchase.sealed')}</p>}
      {purchase.kind === 'order' && <p className={styles.quiet}>{t('purchase.owned')}</p>}
      {purchase.subscriptionId !== null && <p className={styles.quiet}>{t('purchase.ofSubscription')}</p>}
    </>
  )
}

function SheetActions({ purchase, onClose }: { readonly purchase: Purchase; onClose(): void }) {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  const remove = useCommand(client.revenue.removeSale, { done: t('sale.removed') })
  const { id, sale, batchId, subscriptionId } = purchase
  return (
    <>
      {batchId !== null && <LinkButton href="/imports?tab=history">{t('purchase.import', { id: batchId })}</LinkButton>}
      {subscriptionId !== null && (
        <LinkButton href="/ledger/revenue?view=subscriptions">{t('purchase.subscription')}</LinkButton>
      )}
      {sale && (
        <>
          <span data-start>
            <Button
              variant="danger"
              isPending={remove.isRunning}
              onPress={() => void remove.run({ id }).then((receipt) => receipt && onClose())}
            >
              {t('purchase.remove')}
            </Button>
          </span>
          <Button variant="primary" onPress={() => show({ kind: 'sale', id, sale })}>
            {t('purchase.edit')}
          </Button>
        </>
      )}
    </>
  )
}
