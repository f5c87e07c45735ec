/** Data protection: people, how long texts stay, what backups hold. Which of them stands in the address. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'
import { Page } from '../../../ui/page.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { ModerationTabs } from '../moderation-tabs.tsx'
import { BackupsView } from './backups-view.tsx'
import { ContactsCard } from './contacts-card.tsx'
import { FoundCard } from './found-card.tsx'
import styles from './privacy.module.css'
import { RetentionView } from './retention-view.tsx'

const VIEWS = ['people', 'retention', 'backups'] as const

export function PrivacyPage() {
  const { t } = useTranslation(['privacy', 'moderation'])
  const filters = useSearchFilters()
  const status = useQuery(api.app.status.queryOptions())
  const timeZone = status.data?.ledger?.timeZone ?? 'UTC'
  const wanted = filters.get('view')
  const selected = VIEWS.find((view) => view === wanted) ?? 'people'
  const contents = {
    people: (
      <div className={styles.column}>
        <FoundCard />
        <ContactsCard timeZone={timeZone} />
      </div>
    ),
    retention: <RetentionView timeZone={timeZone} />,
    backups: <BackupsView timeZone={timeZone} />,
  }
  return (
    <Page title={t('moderation:title')} titleAside={<ModerationTabs />}>
      <Tabs
        label={t('views.label')}
        selected={selected}
        onSelect={(view) => filters.set({ view: view === 'people' ? undefined : view })}
        tabs={VIEWS.map((id) => ({ id, label: t(`views.${id}`), content: contents[id] }))}
      />
    </Page>
  )
}
