import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { TextLink } from '../../ui/link-button.tsx'
import type { Drill, Part } from './drill.ts'
import { DrillSum } from './drill-sum.tsx'
import { useDrills } from './drill-store.ts'
import styles from './drill.module.css'

/** A figure that is computed from others: its parts, each with its own rows. */
export function DrillParts({ drill }: { readonly drill: Extract<Drill, { kind: 'parts' }> }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { value, unit, measure } = drill
  const total = value === null ? '–' : unit === 'share' ? format.percent(value, 1) : format.money(value)
  return (
    <>
      <DrillSum value={total} {...(measure === 'result' && { cents: value ?? 0 })} />
      <p className={styles.hint}>{t('drill.parts')}</p>
      <dl className={styles.parts}>
        {drill.parts.map((part, index) => (
          <div key={part.label ?? part.measure} className={styles.part}>
            <dt>
              {index > 0 && <span className={styles.role}>{roleText(part, t)}</span>}
              {part.label ?? t(`drill.measures.${part.measure}`)}
            </dt>
            <dd>
              <PartValue part={part} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function roleText({ role }: Part, t: (key: `drill.${Part['role']}`) => string): string {
  return t(`drill.${role}`)
}

function PartValue({ part }: { readonly part: Part }) {
  const format = useFormat()
  const openPart = useDrills((state) => state.openPart)
  const { value, unit, drill } = part
  const text = value === null ? '–' : unit === 'hours' ? format.hours(value) : format.money(value)
  if (!drill || value === null || value === 0) return text
  return (
    <TextLink isFigure onPress={() => openPart(drill)}>
      {text}
    </TextLink>
  )
}
