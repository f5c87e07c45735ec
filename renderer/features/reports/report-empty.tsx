import { Download, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'

export function ReportEmpty() {
  const { t } = useTranslation('reports')
  return (
    <EmptyState
      icon={FileText}
      title={t('empty.title')}
      primary={
        <LinkButton variant="primary" icon={Download} href="/imports">
          {t('empty.import')}
        </LinkButton>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
