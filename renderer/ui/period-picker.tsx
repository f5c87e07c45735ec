import { CalendarDays, Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ChosenPeriod } from '../lib/use-period.ts'
import { isPeriodPreset } from '../lib/period.ts'
import { useFormat } from '../lib/use-format.ts'
import { Button } from './button.tsx'
import { cx } from './class-names.ts'
import { DateRangePicker } from './date-range-picker.tsx'
import overlay from './overlay.module.css'
import styles from './period-picker.module.css'
import { Popover } from './popover.tsx'

/** A button with the period in force; behind it the usual periods and an own one. */
export function PeriodPicker({ chosen }: { readonly chosen: ChosenPeriod }) {
  const { t } = useTranslation('period')
  const format = useFormat()
  const { period, preset } = chosen
  const range = period ? format.dayRange(period.from, period.to) : t('presets.all')
  return (
    <Popover
      label={t('label')}
      trigger={
        <Button icon={CalendarDays} aria-label={`${t('label')}: ${range}`}>
          {range}
        </Button>
      }
    >
      {(close) => (
        <div className={styles.sheet}>
          <ListBox
            aria-label={t('label')}
            className={cx(styles.presets)}
            // The list is what one comes for; arrows work at once.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            selectionMode="single"
            selectedKeys={preset ? [preset] : []}
            // Choosing what is chosen already only closes.
            onSelectionChange={(keys) => {
              const [key] = [...keys].map(String)
              if (key !== undefined && isPeriodPreset(key)) chosen.choosePreset(key)
              close()
            }}
            items={chosen.presets}
          >
            {(entry) => (
              <ListBoxItem id={entry.id} textValue={t(`presets.${entry.id}`)} className={cx(overlay.item)}>
                <span className={overlay.itemText}>{t(`presets.${entry.id}`)}</span>
                <span className={styles.range}>{format.dayRange(entry.period.from, entry.period.to)}</span>
                <span className={styles.check}>{entry.id === preset && <Check size={14} aria-hidden />}</span>
              </ListBoxItem>
            )}
          </ListBox>
          {chosen.anchoredOn && <p className={styles.note}>{t('anchored', { day: format.day(chosen.anchoredOn) })}</p>}
          <div className={styles.own}>
            <DateRangePicker
              label={t('own')}
              value={period}
              onChange={(range) => {
                if (range) chosen.chooseRange(range)
              }}
              width="full"
            />
          </div>
        </div>
      )}
    </Popover>
  )
}
