import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Popover } from '../../ui/popover.tsx'
import { cx } from '../../ui/class-names.ts'
import { ChoiceList } from './choice-list.tsx'
import { MAX_WINDOW_DAYS } from './question.ts'
import styles from './switches.module.css'

const USUAL_WINDOWS = [7, 30, 90]

export interface WindowPickerProps {
  /** Undefined: the ledger's own. */
  readonly windowDays: number | undefined
  readonly ownDays: number
  onChange(windowDays: number | undefined): void
}

/** How long before a purchase a touch counts. The ledger's own window is stored; any other is computed while reading. */
export function WindowPicker({ windowDays, ownDays, onChange }: WindowPickerProps) {
  const { t } = useTranslation('result')
  const days = windowDays ?? ownDays
  const name = t('window.days', { count: days })
  const offered = [...new Set([...USUAL_WINDOWS, ownDays])].sort((a, b) => a - b)
  return (
    <Popover
      label={t('window.label')}
      placement="bottom end"
      trigger={
        <Button icon={CalendarClock} aria-label={`${t('window.label')}: ${name}`}>
          {name}
        </Button>
      }
    >
      {(close) => {
        const choose = (next: number) => {
          onChange(next === ownDays ? undefined : next)
          close()
        }
        return (
          <div className={styles.sheet}>
            <ChoiceList
              label={t('window.label')}
              value={String(days)}
              choices={offered.map((count) => ({
                value: String(count),
                label: t('window.days', { count }),
                ...(count === ownDays && { remark: t('window.own') }),
              }))}
              onChoose={(value) => choose(Number(value))}
            />
            <OwnWindow days={days} onChoose={choose} />
            <p className={styles.note}>{t('window.note', { days: ownDays })}</p>
          </div>
        )
      }}
    </Popover>
  )
}

function OwnWindow({ days, onChoose }: { readonly days: number; onChoose(days: number): void }) {
  const { t } = useTranslation('result')
  const [typed, setTyped] = useState<number | null>(days)
  return (
    <form
      className={cx(styles.own, styles.ownRow)}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== null) onChoose(typed)
      }}
    >
      <NumberField
        label={t('window.ownDays')}
        value={typed}
        onChange={setTyped}
        minValue={1}
        maxValue={MAX_WINDOW_DAYS}
        step={1}
        suffix={t('window.unit')}
        width="narrow"
      />
      <Button type="submit" isDisabled={typed === null}>
        {t('window.apply')}
      </Button>
    </form>
  )
}
