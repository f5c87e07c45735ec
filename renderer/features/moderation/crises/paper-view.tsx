import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisDetail } from '../../../../shared/contract/crises.ts'
import { api } from '../../../lib/api.ts'
import { crisisAddress } from '../../../lib/crisis-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Page } from '../../../ui/page.tsx'
import { PaperActions } from '../../../ui/paper-actions.tsx'
import { Paper, PaperControls } from '../../../ui/paper.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import styles from './crises.module.css'

/** The file as one document: printed, or saved as PDF. Names are left out unless one asks for them, each time anew. */
export function PaperView({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crises')
  const format = useFormat()
  const filters = useSearchFilters()
  const [hasNames, setHasNames] = useState(false)
  const [hasPictures, setHasPictures] = useState(true)
  const wanted = filters.get('language')
  const language = wanted === 'de' || wanted === 'en' ? wanted : format.language
  const query = useQuery(
    api.moderation.crisisDocument.queryOptions({
      input: { id: crisis.id, language, hasNames, hasPictures },
      placeholderData: keepPreviousData,
      // What lies beside the ledger may have changed since.
      staleTime: 0,
    }),
  )
  return (
    <Page title={crisis.title} actions={query.data && <PaperActions fileName={query.data.fileName} />}>
      <PaperControls>
        <LinkButton variant="quiet" icon={ChevronLeft} href={crisisAddress(crisis.id)}>
          {t('paper.back')}
        </LinkButton>
        <Segmented
          label={t('paper.language')}
          value={language}
          onChange={(next) => filters.set({ language: next })}
          options={[
            { value: 'de', label: t('paper.german') },
            { value: 'en', label: t('paper.english') },
          ]}
        />
        <Checkbox isSelected={hasPictures} onChange={setHasPictures}>
          {t('paper.pictures')}
        </Checkbox>
        <Checkbox isSelected={hasNames} onChange={setHasNames}>
          {t('paper.names')}
        </Checkbox>
        {!hasNames && hasPictures && crisis.evidence.length > 0 && (
          <p className={styles.hint}>{t('paper.picturesHint')}</p>
        )}
        {hasNames && <p className={styles.warn}>{t('paper.namesHint')}</p>}
      </PaperControls>
      <QueryFrame query={query}>
        {(document) => <Paper document={document} isBusy={query.isPlaceholderData} />}
      </QueryFrame>
    </Page>
  )
}
