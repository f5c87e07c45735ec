import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function FirstStartPage() {
  const { t } = useTranslation('firstStart')
  return <Page title={t('title')}>{null}</Page>
}
