import { Clock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { Button } from '../../../ui/button.tsx'
import { MomentField } from '../../../ui/moment-field.tsx'
import { useCrisisWords } from './use-crisis-words.ts'

/** When something happened. Null: a part of it is missing. */
export type HappenedAt = Instant | 'now' | null

/** What keeps a form from being saved. */
export function problemOfAt(at: HappenedAt): { readonly at?: 'incomplete' } {
  return at === null ? { at: 'incomplete' } : {}
}

/** As the ledger takes it: null is now. */
export function instantOf(at: HappenedAt): Instant | null {
  return at === 'now' ? null : at
}

export interface AtFieldProps {
  readonly label: string
  readonly value: HappenedAt
  onChange(at: HappenedAt): void
  readonly errorMessage?: string
}

/** When something happened: now, unless one says otherwise. */
export function AtField({ label, value, onChange, errorMessage }: AtFieldProps) {
  const { t } = useTranslation('crises')
  const { timeZone } = useCrisisWords()
  const [start, setStart] = useState(() => Date.now())
  /** What one has just switched to takes over the focus of the button that is gone. */
  const [isSwitched, setIsSwitched] = useState(false)
  const change = (next: HappenedAt) => {
    setIsSwitched(true)
    onChange(next)
  }
  if (value === 'now') {
    const show = () => {
      const now = Date.now()
      setStart(now)
      change(now)
    }
    return (
      <div>
        <Button size="s" variant="quiet" icon={Clock} autoFocus={isSwitched} onPress={show}>
          {t('at.earlier', { label })}
        </Button>
      </div>
    )
  }
  return (
    <div>
      <MomentField
        label={label}
        width="medium"
        autoFocus={isSwitched}
        value={value}
        placeholder={start}
        timeZone={timeZone}
        onChange={onChange}
        description={t('at.help')}
        errorMessage={errorMessage}
      />
      <Button size="s" variant="quiet" onPress={() => change('now')}>
        {t('at.now')}
      </Button>
    </div>
  )
}
