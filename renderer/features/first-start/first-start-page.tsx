/** The first start: five questions that may all stay open, then the files. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { BusinessQuestion } from './business-question.tsx'
import { ChannelsQuestion } from './channels-question.tsx'
import { FinishBar } from './finish-bar.tsx'
import { LanguageQuestion } from './language-question.tsx'
import { MarginQuestion } from './margin-question.tsx'
import { RateQuestion } from './rate-question.tsx'
import { SampleCard } from './sample-card.tsx'
import { StartDone } from './start-done.tsx'

export function FirstStartPage() {
  const { t } = useTranslation('firstStart')
  const { data: status } = useQuery(api.app.status.queryOptions())
  const isDone = status?.ledger?.isFirstStartDone === true
  return <Page title={t(isDone ? 'done.title' : 'title')}>{isDone ? <StartDone /> : <Questions />}</Page>
}

function Questions() {
  const { t } = useTranslation('firstStart')
  return (
    <>
      <Sentence size="m" detail={t('introDetail')}>
        {t('intro')}
      </Sentence>
      <Columns template="minmax(0, 1fr) 320px">
        <Stack>
          <LanguageQuestion />
          <BusinessQuestion />
          <RateQuestion />
          <MarginQuestion />
          <ChannelsQuestion />
        </Stack>
        <SampleCard />
      </Columns>
      <FinishBar />
    </>
  )
}
