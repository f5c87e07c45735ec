import { Plus, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import list from '../../ui/list-view.module.css'
import { Page } from '../../ui/page.tsx'
import { LedgerTabs } from '../../ui/section-tabs.tsx'
import { useLedgerForms } from './form-store.ts'
import { LinesView } from './lines-view.tsx'

/** Every amount with its day and its dimensions. */
export function LedgerPage() {
  const { t } = useTranslation('ledger')
  const show = useLedgerForms((state) => state.show)
  return (
    <Page
      title={t('title')}
      isFilling
      titleAside={<LedgerTabs />}
      actions={
        <>
          <Button variant="quiet" icon={ShieldCheck} onPress={() => show({ kind: 'verify' })}>
            {t('verify.action')}
          </Button>
          <Button icon={Plus} onPress={() => show({ kind: 'add' })}>
            {t('manual.add')}
          </Button>
        </>
      }
    >
      <div className={list.view}>
        <LinesView />
      </div>
    </Page>
  )
}
