/** Beside the title: what is odd about the plan that is shown. */
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlanHint } from '../../../../shared/contract/calendar-fields.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useCalendarAddress } from '../calendar-address.ts'
import styles from './hints.module.css'

export function PlanHints({ period }: { readonly period: Period }) {
  const { t } = useTranslation('calendar')
  const { data } = useQuery(api.calendar.hints.queryOptions({ input: { period } }))
  if (!data || data.count === 0) return null
  const label = t('hints.count', { count: data.count })
  return (
    <Popover
      label={label}
      trigger={
        <Button size="s" icon={TriangleAlert}>
          {label}
        </Button>
      }
    >
      {(close) => (
        <ul className={styles.hints}>
          {data.hints.map((hint, index) => (
            <Hint key={index} hint={hint} onShown={close} />
          ))}
          {data.count > data.hints.length && <li className={styles.more}>{t('hints.more')}</li>}
        </ul>
      )}
    </Popover>
  )
}

/** Pressed, it leads to where something can be done. */
function Hint({ hint, onShown }: { readonly hint: PlanHint; onShown(): void }) {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const { filters } = useCalendarAddress()
  const { channel } = hint
  function show() {
    if (hint.kind === 'silent') filters.set({ day: hint.from }, true)
    else {
      const [, row] = hint.rows
      filters.set({ day: row.day, post: String(row.postId), variant: String(row.id) }, true)
    }
    onShown()
  }
  const days = (from: string, to: string) => `${format.day(from)} – ${format.day(to)}`
  const text =
    hint.kind === 'silent'
      ? t('hints.silent', { channel, count: hint.days, days: days(hint.from, hint.to) })
      : t(`hints.${hint.kind}`, {
          channel,
          first: hint.rows[0].title,
          second: hint.rows[1].title,
          days: days(hint.rows[0].day, hint.rows[1].day),
          day: format.day(hint.rows[1].day),
        })
  return (
    <li>
      <button type="button" className={styles.hint} onClick={show}>
        {text}
      </button>
    </li>
  )
}
