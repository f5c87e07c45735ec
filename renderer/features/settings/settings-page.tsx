/** Everything that can be set, in tabs that stand in the address. Whatever is changed holds at once and can be undone. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ChannelsTab } from './channels-tab.tsx'
import { CompanyTab } from './company-tab.tsx'
import { DataTab } from './data-tab.tsx'
import { MarginTab } from './margin-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import styles from './settings.module.css'
import { ViewTab } from './view-tab.tsx'
import { WorkTab } from './work-tab.tsx'

const contents = {
  company: CompanyTab,
  people: PeopleTab,
  work: WorkTab,
  channels: ChannelsTab,
  margin: MarginTab,
  view: ViewTab,
  data: DataTab,
} as const satisfies Record<string, () => ReactNode>

type TabId = keyof typeof contents
const tabIds = Object.keys(contents) as TabId[]

export function SettingsPage() {
  const { t } = useTranslation('settings')
  const filters = useSearchFilters()
  const wanted = filters.get('tab')
  const selected = tabIds.find((id) => id === wanted) ?? 'company'
  return (
    <Page
      title={t('title')}
      titleAside={
        <span className={styles.note}>
          {t('savesItself')} <Kbd keys="mod+z" />
        </span>
      }
    >
      <Tabs
        label={t('tabs.label')}
        selected={selected}
        onSelect={(id) => filters.set({ tab: id === 'company' ? undefined : id })}
        tabs={tabIds.map((id) => {
          const Content = contents[id]
          return { id, label: t(`tabs.${id}`), content: <Content /> }
        })}
      />
    </Page>
  )
}
