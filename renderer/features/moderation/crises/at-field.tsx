import { Clock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { Button } from '../../../ui/button.tsx'
import { MomentField } from '../../../ui/moment-field.tsx'
import { useCrisisWords } from './use-crisis-words.ts'

export interface AtFieldProps {
  readonly label: string
  /** Null: now. */
  readonly value: Instant | null
  onChange(instant: Instant | null): void
  readonly errorMessage?: string
}

/** When something happened: now, unless one says otherwise. */
export function AtField({ label, value, onChange, errorMessage }: AtFieldProps) {
  const { t } = useTranslation('crises')
  const { timeZone } = useCrisisWords()
  const [isOpen, setIsOpen] = useState(value !== null)
  const [start] = useState(() => Date.now())
  if (!isOpen) {
    const show = () => {
      setIsOpen(true)
      onChange(start)
    }
    return (
      <div>
        <Button size="s" variant="quiet" icon={Clock} onPress={show}>
          {t('at.earlier', { label })}
        </Button>
      </div>
    )
  }
  return (
    <MomentField
      label={label}
      width="medium"
      value={value}
      placeholder={start}
      timeZone={timeZone}
      onChange={onChange}
      description={t('at.help')}
      errorMessage={errorMessage}
    />
  )
}
