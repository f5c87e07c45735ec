import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ImportLink } from '../../ui/import-link.tsx'

export function ReportEmpty() {
  const { t } = useTranslation('reports')
  return (
    <EmptyState icon={FileText} title={t('empty.title')} primary={<ImportLink>{t('empty.import')}</ImportLink>}>
      {t('empty.text')}
    </EmptyState>
  )
}
