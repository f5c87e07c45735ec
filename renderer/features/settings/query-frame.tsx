/** What stands in a tab while it is read and when that fails. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

interface QueryFrameProps<Data> {
  readonly query: UseQueryResult<Data>
  children(data: Data): ReactNode
}

export function QueryFrame<Data>({ query, children }: QueryFrameProps<Data>) {
  const { t } = useTranslation('settings')
  const describe = useErrorTexts()
  if (query.data !== undefined) return children(query.data)
  if (query.isError) {
    const retry = (
      <Button size="s" onPress={() => void query.refetch()}>
        {t('common.readFailed')}
      </Button>
    )
    return <ErrorPanel error={describe(query.error)} actions={retry} />
  }
  return (
    <Card>
      <Skeleton lines={5} />
    </Card>
  )
}
