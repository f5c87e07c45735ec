import { useQuery } from '@tanstack/react-query'
import { Coins, Paperclip, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import styles from '../../ui/list-view.module.css'
import { Page } from '../../ui/page.tsx'
import { LedgerTabs } from '../../ui/section-tabs.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { ExpenseList } from './expense-list.tsx'
import { useCostForms } from './form-store.ts'
import { RatesDialog } from './rates-dialog.tsx'

type OpenDialog = 'rates' | 'receipts' | null

/** Costs entered by hand, with receipts, exchange rates and what they come to. */
export function CostsPage() {
  const { t } = useTranslation('costs')
  const filters = useSearchFilters()
  // In the address, so that a command of the palette can lead here.
  const open = filters.get('open')
  const setOpen = (dialog: OpenDialog) => filters.set({ open: dialog ?? undefined })
  useExpenseOfAddress(filters)
  return (
    <Page title={t('title')} isFilling titleAside={<LedgerTabs />} actions={<Actions onOpen={setOpen} />}>
      <div className={styles.view}>
        <ExpenseList filters={filters} />
      </div>
      {open === 'rates' && <RatesDialog onClose={() => setOpen(null)} />}
      {open === 'receipts' && <CheckDialog onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Actions({ onOpen }: { onOpen(dialog: OpenDialog): void }) {
  const { t } = useTranslation('costs')
  const show = useCostForms((state) => state.show)
  // An empty list has its own button in the middle.
  const hasExpenses = (useQuery(api.costs.expenses.queryOptions()).data?.length ?? 0) > 0
  return (
    <>
      <Button variant="quiet" icon={Coins} onPress={() => onOpen('rates')}>
        {t('actions.rates')}
      </Button>
      {hasExpenses && (
        <>
          <Button variant="quiet" icon={Paperclip} onPress={() => onOpen('receipts')}>
            {t('actions.receipts')}
          </Button>
          <Button variant="primary" icon={Plus} onPress={() => show('new')}>
            {t('expense.add')}
          </Button>
        </>
      )}
    </>
  )
}

/** `?expense=12`: a line of the ledger leads to the form of its expense. */
function useExpenseOfAddress(filters: SearchFilters): void {
  const wanted = Number(filters.get('expense') ?? 0)
  const expense = useQuery(api.costs.expenses.queryOptions()).data?.find(({ id }) => id === wanted)
  const show = useCostForms((state) => state.show)
  useEffect(() => {
    if (!expense) return
    show({ expense })
    // The form is open now; closing it must not open it again.
    filters.set({ expense: undefined })
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [expense])
}
