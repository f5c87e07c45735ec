import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { removable } from './bulk.ts'
import { useLeftText } from './use-left-texts.ts'

/** Deletes what may be deleted, offers to undo it, and says what stayed. */
export function useRemoval() {
  const { t } = useTranslation('timeList')
  const format = useFormat()
  const leftText = useLeftText()
  const done = useRef('')
  const command = useCommand(client.time.remove, { done: () => done.current })
  return useMemo(
    () => ({
      isRunning: command.isRunning,
      async run(entries: readonly TimeEntry[]): Promise<boolean> {
        const { touched, left } = removable(entries)
        if (touched.length === 0) {
          showToast({ message: t('left.nothing'), description: leftText(left) })
          return false
        }
        const count = touched.length
        const text = t('done.removed', { count, formatted: format.number(count) })
        done.current = [text, leftText(left)].filter(Boolean).join('. ')
        return (await command.run({ ids: touched.map(({ id }) => id) })) !== null
      },
    }),
    [command, format, leftText, t],
  )
}
