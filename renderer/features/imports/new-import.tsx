/** The import being prepared: files, mappings, and the one button that writes. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../../shared/contract/imports.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Stack } from '../../ui/page.tsx'
import { CommitBar } from './commit-bar.tsx'
import { mappingKey, useDraft } from './draft-store.ts'
import { DraftMappings } from './draft-mappings.tsx'
import { FileList } from './file-list.tsx'
import { ImportDonePanel } from './import-done-panel.tsx'
import { ImportGuide } from './import-guide.tsx'
import type { MappedItem } from './mapping-table.tsx'
import { countWithoutProject, pairPreviews, useInspection } from './preview-queries.ts'

export function NewImport() {
  const hasFiles = useDraft((draft) => draft.files.length > 0)
  return hasFiles ? <Draft /> : <NothingYet />
}

function NothingYet() {
  return (
    <Stack>
      <ImportDonePanel />
      <ImportGuide />
    </Stack>
  )
}

function Draft() {
  const { t } = useTranslation(['imports', 'ui'])
  const describe = useErrorTexts()
  const files = useDraft((draft) => draft.files)
  const error = useDraft((draft) => draft.error)
  // Progress comes often; only whether there is any concerns the whole page.
  const isBusy = useDraft((draft) => draft.commit !== null)
  const { inspection, isReading, error: readingError, refetch } = useInspection()
  const pairs = pairPreviews(files, inspection)
  const items = useMappedItems(inspection)
  const withoutProject = inspection ? countWithoutProject(inspection) : 0
  const retry = (
    <Button size="s" onPress={refetch}>
      {t('ui:error.retry')}
    </Button>
  )
  return (
    <Stack>
      <FileList files={pairs} isBusy={isBusy} />
      {readingError && <ErrorPanel error={describe(readingError)} actions={retry} />}
      {items.length + withoutProject > 0 && (
        <DraftMappings items={items} withoutProject={withoutProject} isDisabled={isBusy} />
      )}
      {error && <ErrorPanel error={error} />}
      <CommitBar files={pairs} mappings={inspection?.mappings ?? noMappings} isReading={isReading} />
    </Stack>
  )
}

const noMappings: Inspection['mappings'] = []

function useMappedItems(inspection: Inspection | undefined): readonly MappedItem[] {
  const answers = useDraft((draft) => draft.mappings)
  return useMemo(() => {
    return (inspection?.mappings ?? noMappings).map((item) => {
      const answer = answers[mappingKey(item.source, item.value)]
      return { ...item, chosen: answer ?? item.target, isAnswered: answer !== undefined }
    })
  }, [inspection, answers])
}
