import { useTranslation } from 'react-i18next'
import { CALENDAR_VIEWS } from '../../lib/calendar-address.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { useCalendarAddress } from './calendar-address.ts'

export function ViewSwitch() {
  const { t } = useTranslation('calendar')
  const { view, showView } = useCalendarAddress()
  return (
    <Segmented
      label={t('views.label')}
      value={view}
      options={CALENDAR_VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      onChange={showView}
    />
  )
}
