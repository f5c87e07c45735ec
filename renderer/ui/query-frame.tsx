/** What stands in a part of a screen while it is read and when that fails. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorTexts } from '../lib/use-error-texts.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { ErrorPanel } from './error-panel.tsx'
import { Skeleton } from './skeleton.tsx'

interface QueryFrameProps<Data> {
  readonly query: UseQueryResult<Data>
  children(data: Data): ReactNode
}

export function QueryFrame<Data>({ query, children }: QueryFrameProps<Data>) {
  const { t } = useTranslation('ui')
  const describe = useErrorTexts()
  if (query.data !== undefined) return children(query.data)
  if (query.isError) {
    const retry = (
      <Button size="s" onPress={() => void query.refetch()}>
        {t('error.readAgain')}
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
