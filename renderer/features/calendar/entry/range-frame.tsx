import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { Range, RangeData } from './use-range.ts'

interface RangeFrameProps {
  readonly range: Range
  children(data: RangeData): ReactNode
}

/** The days, or why they cannot be read. */
export function RangeFrame({ range: { data, error, readAgain }, children }: RangeFrameProps) {
  const { t } = useTranslation('ui')
  const describe = useErrorTexts()
  if (data) return children(data)
  if (!error) return <Skeleton height={420} />
  const retry = (
    <Button size="s" onPress={readAgain}>
      {t('error.readAgain')}
    </Button>
  )
  return <ErrorPanel error={describe(error)} actions={retry} />
}
