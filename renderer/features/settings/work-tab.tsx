/** When one works, and when the desktop asks what one did. */
import { useTranslation } from 'react-i18next'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { useBuiltChanges } from '../../lib/use-built-changes.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Stack } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { secondsOfWeek, WeekHours, type Weekly, type WeekSaver } from '../../ui/week-hours.tsx'
import { FieldProblem } from '../../ui/field-problem.tsx'
import { QueryFrame } from '../../ui/query-frame.tsx'
import styles from './settings.module.css'
import { useLedgerSettings, useSaveSetting } from './use-settings.ts'

export function WorkTab() {
  const settings = useLedgerSettings()
  return (
    <QueryFrame query={settings}>
      {(data) => (
        <div className={styles.column}>
          <HoursCard hours={data.workingHours} />
          <AwayCard minutes={data.awayAfterMinutes} />
        </div>
      )}
    </QueryFrame>
  )
}

function HoursCard({ hours }: { readonly hours: LedgerSettings['workingHours'] }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const build = useBuiltChanges<Weekly>(hours)
  const useSaver = (): WeekSaver => {
    const { save, errorText } = useSaveSetting()
    return {
      save: (changed, { kind, day }) =>
        build(changed, (next) => save({ workingHours: copyOf(next) }, t(`who.work.${kind}`, { day }))),
      errorText,
    }
  }
  return (
    <Card title={t('who.work.title')} aside={t('who.work.week', { hours: format.hours(secondsOfWeek(hours)) })}>
      <p className={styles.lead}>{t('who.work.intro')}</p>
      <WeekHours hours={hours} noneText={t('who.work.none')} useSaver={useSaver} />
    </Card>
  )
}

function copyOf(weekly: Weekly): LedgerSettings['workingHours'] {
  return weekly.map((day) => [...day])
}
const CHOICES = [2, 5, 10, 15, 30, 60]
const NEVER = 'never'

function AwayCard({ minutes }: { readonly minutes: number | null }) {
  const { t } = useTranslation('settings')
  const { save, errorText } = useSaveSetting()
  const offered = [...new Set([...CHOICES, ...(minutes === null ? [] : [minutes])])].toSorted((a, b) => a - b)
  const textOf = (value: string) =>
    value === NEVER ? t('who.work.never') : t('who.work.awayMinutes', { count: Number(value) })
  const values = [...offered.map(String), NEVER]
  return (
    <Card title={t('who.work.away')}>
      <Stack>
        <p className={styles.lead}>{t('who.work.awayHelp')}</p>
        <Select
          label={t('who.work.awayAfter')}
          width="medium"
          value={minutes === null ? NEVER : String(minutes)}
          options={values.map((value) => ({ value, label: textOf(value) }))}
          onChange={(value) =>
            void save(
              { awayAfterMinutes: value === NEVER ? null : Number(value) },
              t('who.work.awaySaved', { value: textOf(value) }),
            )
          }
        />
        <FieldProblem text={errorText} />
      </Stack>
    </Card>
  )
}
