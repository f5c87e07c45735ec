/** What work and costs can belong to, in tabs that stand in the address. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AssignTab } from './assign-tab.tsx'
import { ConversationsTab } from './conversations-tab.tsx'
import { NamedTab } from './named-tab.tsx'
import { PostsTab } from './posts-tab.tsx'

const contents = {
  post: () => <PostsTab />,
  conversation: () => <ConversationsTab />,
  campaign: () => <NamedTab list="campaign" />,
  pillar: () => <NamedTab list="pillar" />,
  client: () => <NamedTab list="client" />,
  department: () => <NamedTab list="department" />,
  assign: () => <AssignTab />,
} as const satisfies Record<string, () => ReactNode>

type TabId = keyof typeof contents
const tabIds = Object.keys(contents) as TabId[]
/** Filters of one tab mean nothing in another. */
const FILTERS = ['text', 'channel', 'pillar', 'format', 'campaign', 'missing', 'source'] as const

export function RecordsPage() {
  const { t } = useTranslation('records')
  const filters = useSearchFilters()
  const wanted = filters.get('tab')
  const selected = tabIds.find((id) => id === wanted) ?? 'post'
  return (
    <Page title={t('title')} isFilling>
      <Tabs
        isFilling
        label={t('tabs.label')}
        selected={selected}
        onSelect={(id) =>
          filters.set({
            ...Object.fromEntries(FILTERS.map((name) => [name, undefined])),
            tab: id === 'post' ? undefined : id,
          })
        }
        tabs={tabIds.map((id) => ({ id, label: t(`tabs.${id}`), content: contents[id]() }))}
      />
    </Page>
  )
}
