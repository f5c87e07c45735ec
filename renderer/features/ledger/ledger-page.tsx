import { useQuery } from '@tanstack/react-query'
import { Plus, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useLedgerForms } from './dialog-store.ts'
import { ExpensesView } from './expenses-view.tsx'
import styles from './ledger.module.css'
import { LinesView } from './lines-view.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

const VIEWS = ['lines', 'expenses'] as const
type View = (typeof VIEWS)[number]

const CONTENT = { lines: LinesView, expenses: ExpensesView }

/** Every amount with its day and its dimensions, and what is entered by hand. */
export function LedgerPage() {
  const { t } = useTranslation('ledger')
  const filters = useSearchFilters()
  const view: View = VIEWS.find((name) => name === filters.get('view')) ?? 'lines'
  const [isVerifying, setIsVerifying] = useState(false)
  const Content = CONTENT[view]
  return (
    <Page
      title={t('title')}
      isFilling
      titleAside={
        <Segmented
          label={t('views.label')}
          value={view}
          onChange={(next) => filters.set({ view: next === 'lines' ? undefined : next }, true)}
          options={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
      }
      actions={<Actions view={view} onVerify={() => setIsVerifying(true)} />}
    >
      <div className={styles.view}>
        <Content />
      </div>
      {isVerifying && <VerifyDialog onClose={() => setIsVerifying(false)} />}
    </Page>
  )
}

function Actions({ view, onVerify }: { readonly view: View; onVerify(): void }) {
  const { t } = useTranslation('ledger')
  const show = useLedgerForms((state) => state.show)
  // An empty list has its own button in the middle.
  const hasExpenses = (useQuery(api.ledger.expenses.queryOptions()).data?.length ?? 0) > 0
  return (
    <>
      <Button variant="quiet" icon={ShieldCheck} onPress={onVerify}>
        {t('verify.action')}
      </Button>
      {view === 'expenses' && hasExpenses && (
        <Button variant="primary" icon={Plus} onPress={() => show({ kind: 'expense', expense: null })}>
          {t('expense.add')}
        </Button>
      )}
    </>
  )
}
