import { CirclePlay } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommandRegistry } from '../../../lib/commands.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import type { TimeView } from './time-view.ts'
import styles from './timeline.module.css'

/** Lies over the empty hours, which can be drawn on around it. */
export function EmptyNote({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  const start = useCommandRegistry((state) => state.commands.find(({ shortcut }) => shortcut === 's'))
  return (
    <div className={styles.empty}>
      <EmptyState
        title={t(view.view === 'day' ? 'empty.day' : 'empty.week')}
        primary={
          start && (
            <Button variant="primary" icon={CirclePlay} shortcut="s" onPress={() => start.run()}>
              {t('empty.start')}
            </Button>
          )
        }
        secondary={<LinkButton href="/imports">{t('empty.import')}</LinkButton>}
        isCompact
      >
        {t('empty.text')}
      </EmptyState>
    </div>
  )
}
