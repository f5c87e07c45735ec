import { useTranslation } from 'react-i18next'
import type { UnderstoodPart } from '../../../../shared/contract/time-entries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { ChipButton } from '../../../ui/chip-button.tsx'
import { cx } from '../../../ui/class-names.ts'
import styles from './quick-entry.module.css'
import { useQuickEntry } from './quick-entry-store.ts'

const TIMES: readonly UnderstoodPart['kind'][] = ['times', 'day', 'duration', 'note']

export interface UnderstoodChipsProps {
  readonly parts: readonly UnderstoodPart[]
  /** What is shown is of the text before the last letters. */
  readonly isLate: boolean
}

/** What was understood; what was only guessed can be taken back. */
export function UnderstoodChips({ parts, isLate }: UnderstoodChipsProps) {
  if (parts.length === 0) return null
  return (
    <ul className={cx(styles.chips, isLate && styles.late)}>
      {parts.map((part) => (
        <li key={`${part.kind} ${part.source} ${part.text}`}>
          <Chip tone={TIMES.includes(part.kind) ? 'neutral' : 'accent'} title={part.text}>
            <span className={styles.chipText}>{part.text}</span>
            {part.dismissal !== null && <Dismiss topic={part.dismissal} text={part.text} />}
          </Chip>
        </li>
      ))}
    </ul>
  )
}

function Dismiss({ topic, text }: { readonly topic: string; readonly text: string }) {
  const { t } = useTranslation('quickEntry')
  const choose = useQuickEntry((state) => state.choose)
  return <ChipButton label={t('dismiss', { text })} onPress={() => choose(topic, 'none')} />
}
