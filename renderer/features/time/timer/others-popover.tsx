import type { LucideIcon } from 'lucide-react'
import { Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RunningEntry } from '../../../../shared/contract/time-entries.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { showElapsed } from '../editor/time-texts.ts'
import { useClock } from './clock.ts'
import styles from './timer.module.css'
import { elapsedSeconds } from './use-running.ts'
import { useStopTimer } from './use-timer.ts'
import { labelOf } from './work-label.ts'

export interface OthersPopoverProps {
  readonly others: readonly RunningEntry[]
  readonly icon: LucideIcon
}

/** Whose timers run besides one's own. */
export function OthersPopover({ others, icon }: OthersPopoverProps) {
  const { t } = useTranslation('timer')
  return (
    <Popover
      label={t('others.title')}
      placement="bottom end"
      trigger={
        <Button size="s" variant="quiet" icon={icon} aria-label={t('others.count', { count: others.length })}>
          {String(others.length)}
        </Button>
      }
    >
      <ul className={styles.others}>
        {others.map((running) => (
          <Other key={running.entry.id} running={running} />
        ))}
      </ul>
    </Popover>
  )
}

function Other({ running }: { readonly running: RunningEntry }) {
  const { t } = useTranslation('timer')
  const { language } = useFormat()
  const now = useClock()
  const stop = useStopTimer()
  const { entry } = running
  return (
    <li>
      <Dot network={entry.network} />
      <span className={styles.rowText}>
        <span className={styles.who}>{entry.person}</span>
        <small>{labelOf(entry, language).title || t('bar.unnamed')}</small>
      </span>
      <span className={styles.elapsed}>{showElapsed(elapsedSeconds(running, now))}</span>
      <IconButton
        size="s"
        icon={Square}
        label={t('others.stop', { name: entry.person })}
        onPress={() => void stop(running)}
      />
    </li>
  )
}
