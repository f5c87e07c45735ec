/** How the moderation log is set up, in tabs that stand in the address. Whatever is changed holds at once and can be undone. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'
import { Page } from '../../../ui/page.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { ModerationTabs } from '../moderation-tabs.tsx'
import { RulesTab } from './rules-tab.tsx'
import { SnippetsTab } from './snippets-tab.tsx'
import { TargetsTab } from './targets-tab.tsx'
import { TopicsTab } from './topics-tab.tsx'

const contents = {
  rules: RulesTab,
  targets: TargetsTab,
  snippets: SnippetsTab,
  topics: TopicsTab,
} as const satisfies Record<string, () => ReactNode>

type TabId = keyof typeof contents
const tabIds = Object.keys(contents) as TabId[]

export function ModerationSetupPage() {
  const { t } = useTranslation('moderationSetup')
  const { t: tModeration } = useTranslation('moderation')
  const filters = useSearchFilters()
  const wanted = filters.get('tab')
  const selected = tabIds.find((id) => id === wanted) ?? 'rules'
  return (
    <Page title={tModeration('title')} titleAside={<ModerationTabs />}>
      <Tabs
        label={t('tabs.label')}
        selected={selected}
        onSelect={(id) => filters.set({ tab: id === 'rules' ? undefined : id, new: undefined, text: undefined })}
        tabs={tabIds.map((id) => {
          const Content = contents[id]
          return { id, label: t(`tabs.${id}`), content: <Content /> }
        })}
      />
    </Page>
  )
}
