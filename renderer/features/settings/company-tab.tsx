/** Name, kind, time zone, currency and public holidays of the ledger. */
import { Building2, UserRound } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Stack } from '../../ui/page.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FieldProblem } from '../../ui/field-problem.tsx'
import { HolidayCard } from './holiday-card.tsx'
import { QueryFrame } from '../../ui/query-frame.tsx'
import styles from './settings.module.css'
import { useDraft } from './use-draft.ts'
import { useLedgerSettings, useSaveSetting } from './use-settings.ts'

export function CompanyTab() {
  const settings = useLedgerSettings()
  return (
    <QueryFrame query={settings}>
      {(data) => (
        <div className={styles.column}>
          <LedgerCard settings={data} />
          <HolidayCard region={data.holidayRegion} />
        </div>
      )}
    </QueryFrame>
  )
}

function LedgerCard({ settings }: { readonly settings: LedgerSettings }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  return (
    <Card title={t('company.title')}>
      <Stack>
        <NameField name={settings.name} />
        <KindField kind={settings.businessKind} />
        <TimeZoneField timeZone={settings.timeZone} />
        <div className={styles.fixed}>
          <span className={styles.fixedLabel}>{t('company.currency')}</span>
          <span>
            {settings.currency} <span className={styles.quiet}>({format.currencySymbol})</span>
          </span>
          <span className={styles.help}>{t('company.currencyHelp')}</span>
        </div>
      </Stack>
    </Card>
  )
}

function NameField({ name }: { readonly name: string }) {
  const { t } = useTranslation('settings')
  const { save, errorText } = useSaveSetting()
  const draft = useDraft(name, async (value) => {
    const text = value.trim()
    return text !== '' && save({ name: text }, t('saved.name', { value: text }))
  })
  return (
    <TextField
      label={t('company.name')}
      description={t('company.nameHelp')}
      errorMessage={draft.value.trim() === '' ? t('common.required') : errorText}
      width="wide"
      maxLength={200}
      value={draft.value}
      onChange={draft.change}
      onBlur={() => void draft.commit()}
      onKeyDown={draft.onKeyDown}
    />
  )
}

function KindField({ kind }: { readonly kind: LedgerSettings['businessKind'] }) {
  const { t } = useTranslation('settings')
  const { save, errorText } = useSaveSetting()
  const card = (value: LedgerSettings['businessKind'], icon: typeof Building2) => ({
    value,
    icon,
    title: t(`company.kinds.${value}`),
    description: t(`company.kindHelp.${value}`),
  })
  return (
    <div>
      <RadioCards
        label={t('company.kind')}
        value={kind}
        onChange={(businessKind) =>
          void save({ businessKind }, t('saved.businessKind', { value: t(`company.kinds.${businessKind}`) }))
        }
        cards={[card('company', Building2), card('freelancer', UserRound)]}
      />
      <FieldProblem text={errorText} />
    </div>
  )
}

function TimeZoneField({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation('settings')
  const { save, errorText } = useSaveSetting()
  const options = useMemo(() => {
    const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', timeZone])
    return [...zones].toSorted().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
  }, [timeZone])
  return (
    <ComboBox
      label={t('company.timeZone')}
      description={t('company.timeZoneHelp')}
      placeholder={t('company.timeZonePlaceholder')}
      errorMessage={errorText}
      width="wide"
      options={options}
      value={timeZone}
      onChange={(zone) => {
        if (zone === null || zone === timeZone) return
        void save({ timeZone: zone }, t('saved.timeZone', { value: zone.replaceAll('_', ' ') }))
      }}
    />
  )
}
