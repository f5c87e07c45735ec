/** How long before a purchase a touch still counts. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { FieldProblem } from '../../ui/field-problem.tsx'
import styles from './settings.module.css'
import { useSaveSetting } from './use-settings.ts'

const PRESETS = [7, 30, 90]
const longest = 365
type Choice = `${number}` | 'own'

export function WindowCard({ days }: { readonly days: number }) {
  const { t } = useTranslation('settings')
  const { save, errorText } = useSaveSetting()
  const [isOwn, setIsOwn] = useState(false)
  const saveDays = (attributionWindowDays: number) =>
    save(
      { attributionWindowDays },
      t('saved.window', { value: t('margin.windowDays', { count: attributionWindowDays }) }),
    )
  const choice: Choice = isOwn || !PRESETS.includes(days) ? 'own' : `${days}`
  const effect = days <= 13 ? 'short' : days <= 45 ? 'medium' : 'long'
  return (
    <Card title={t('margin.windowTitle')} footer={t('margin.attributed')}>
      <Stack>
        <p className={styles.lead}>{t('margin.windowQuestion')}</p>
        <div className={styles.fields}>
          <Segmented<Choice>
            label={t('margin.window')}
            value={choice}
            onChange={(next) => {
              setIsOwn(next === 'own')
              if (next !== 'own' && Number(next) !== days) void saveDays(Number(next))
            }}
            options={[
              ...PRESETS.map((count) => ({ value: `${count}` as const, label: t('margin.windowDays', { count }) })),
              { value: 'own', label: t('margin.windowOwn') },
            ]}
          />
          {choice === 'own' && <OwnDays days={days} onSave={saveDays} />}
        </div>
        <FieldProblem text={errorText} />
        <p className={styles.help}>{t(`margin.windowHelp.${effect}`)}</p>
      </Stack>
    </Card>
  )
}

/** The field tells a number only when it is left or Enter is pressed, so it can be saved as it comes. */
function OwnDays({ days, onSave }: { readonly days: number; onSave(days: number): Promise<boolean> }) {
  const { t } = useTranslation('settings')
  const [isMissing, setIsMissing] = useState(false)
  return (
    <NumberField
      label={t('margin.windowOwnLabel')}
      isLabelHidden
      width="narrow"
      suffix={t('margin.windowDaysUnit')}
      value={isMissing ? null : days}
      minValue={1}
      maxValue={longest}
      step={1}
      onChange={(value) => {
        setIsMissing(value === null)
        if (value !== null && value !== days) void onSave(value)
      }}
      errorMessage={isMissing ? t('margin.windowRange') : undefined}
    />
  )
}
