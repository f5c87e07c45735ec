/** Said before texts are erased by themselves for the first time; whoever wants to keep them longer still can. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useComingDay } from '../../lib/use-coming-day.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link-button.tsx'

export function ErasureCard() {
  const { t } = useTranslation('today')
  const format = useFormat()
  const comingDay = useComingDay()
  const notice = useQuery(api.moderation.erasureNotice.queryOptions()).data
  if (!notice || notice.count === 0) return null
  const { startsOn, count } = notice
  return (
    <Card
      title={t('erasure.title')}
      aside={<TextLink href="/moderation/privacy?view=retention">{t('erasure.link')}</TextLink>}
    >
      <p>{t('erasure.text', { day: comingDay(startsOn), count, amount: format.number(count) })}</p>
    </Card>
  )
}
