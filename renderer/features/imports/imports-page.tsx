/** Importe: what is being prepared, what was imported, what is remembered. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { FilePicker } from '../../ui/drop-zone.tsx'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { acceptedFiles } from './accepted-files.ts'
import { BatchHistory } from './batch-history.tsx'
import { useDraft } from './draft-store.ts'
import { NewImport } from './new-import.tsx'
import { RememberedMappings } from './remembered-mappings.tsx'
import { useTakeFiles } from './use-take-files.ts'

const tabs = ['new', 'history', 'mappings'] as const
type TabId = (typeof tabs)[number]

export function ImportsPage() {
  const { t } = useTranslation('imports')
  const filters = useSearchFilters()
  const takeFiles = useTakeFiles()
  const isCommitting = useDraft((draft) => draft.commit !== null)
  const fileCount = useDraft((draft) => draft.files.length)
  const batches = useQuery(api.imports.batches.queryOptions())
  const selected = tabs.find((tab) => tab === filters.get('tab')) ?? 'new'

  // The guide has a button of its own.
  const hasGuide = fileCount === 0 && selected === 'new'

  function choose(files: readonly File[]) {
    takeFiles(files)
    filters.set({ tab: undefined })
  }

  const picker = (
    <FilePicker buttonText={t('choose.button')} accept={acceptedFiles} isDisabled={isCommitting} onFiles={choose} />
  )
  return (
    <Page title={t('title')} {...(!hasGuide && { actions: picker })}>
      <Tabs<TabId>
        label={t('title')}
        selected={selected}
        onSelect={(tab) => filters.set({ tab: tab === 'new' ? undefined : tab })}
        tabs={[
          {
            id: 'new',
            label: t('tabs.new'),
            content: <NewImport />,
            ...(fileCount > 0 && { count: fileCount }),
          },
          {
            id: 'history',
            label: t('tabs.history'),
            content: <BatchHistory />,
            ...(batches.data && batches.data.length > 0 && { count: batches.data.length }),
          },
          { id: 'mappings', label: t('tabs.mappings'), content: <RememberedMappings /> },
        ]}
      />
    </Page>
  )
}
