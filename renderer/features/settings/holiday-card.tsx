/** Whose public holidays count. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Stack } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { FieldProblem } from '../../ui/field-problem.tsx'
import { COUNTRIES, isCountry, useRegionNames } from './regions.ts'
import styles from './settings.module.css'
import { useSaveSetting } from './use-settings.ts'

type Region = LedgerSettings['holidayRegion']

const wholeCountry = 'all'

export function HolidayCard({ region }: { readonly region: Region }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const names = useRegionNames()
  const { save, errorText } = useSaveSetting()
  const change = (next: Region) => void save({ holidayRegion: next }, t('saved.country', { value: names.nameOf(next) }))
  const states = names
    .statesOf(region.country)
    .map(({ code, name }) => ({ value: code, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, format.locale))
  return (
    <Card title={t('company.holidays')}>
      <Stack>
        <p className={styles.lead}>{t('company.holidaysHelp')}</p>
        <div className={styles.fields}>
          <Select
            label={t('company.country')}
            width="medium"
            value={region.country}
            options={COUNTRIES.map((country) => ({ value: country, label: t(`company.countries.${country}`) }))}
            onChange={(country) => isCountry(country) && change({ country, state: null })}
          />
          <Select
            label={t(`company.state.${region.country}`)}
            width="medium"
            value={region.state ?? wholeCountry}
            options={[{ value: wholeCountry, label: t('company.wholeCountry') }, ...states]}
            onChange={(state) => change({ country: region.country, state: state === wholeCountry ? null : state })}
          />
        </div>
        <FieldProblem text={errorText} />
        <HolidayCount />
      </Stack>
    </Card>
  )
}

function HolidayCount() {
  const { t } = useTranslation('settings')
  const status = useQuery(api.app.status.queryOptions())
  const year = Number(status.data?.today.slice(0, 4))
  const days = useQuery(api.settings.workingDays.queryOptions({ input: { year }, enabled: Number.isInteger(year) }))
  if (days.data === undefined) return null
  return <p className={styles.help}>{t('company.holidaysCount', { year, count: days.data.holidaysOnWeekdays })}</p>
}
