import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useCalendarAddress } from '../calendar-address.ts'
import styles from './entry.module.css'
import type { RangeData } from './use-range.ts'

interface RangeNoteProps {
  readonly data: RangeData
  readonly isEmpty: boolean
  readonly title: string
  readonly text: string
  onAdd(): void
}

/** Under the days: that there is nothing yet and how to begin, or that there is more than is shown. */
export function RangeNote({ data, isEmpty, title, text, onAdd }: RangeNoteProps) {
  const { t } = useTranslation('calendarViews')
  const { isFiltered, clearFilters } = useCalendarAddress()
  if (data.isCut) return <p className={styles.note}>{t('cut')}</p>
  if (!isEmpty || data.isOld) return null
  return (
    <div className={styles.note}>
      <p>
        <strong>{isFiltered ? t('empty.filtered') : title}</strong>
        {isFiltered ? t('empty.filteredText') : text}
      </p>
      {isFiltered && <Button onPress={clearFilters}>{t('empty.clear')}</Button>}
      {!isFiltered && (
        <Button variant="primary" icon={Plus} onPress={onAdd}>
          {t('empty.add')}
        </Button>
      )}
    </div>
  )
}
