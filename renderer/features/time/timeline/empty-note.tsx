import { CirclePlay } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommandRegistry } from '../../../lib/commands.ts'
import { Button } from '../../../ui/button.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import type { TimeView } from './time-view.ts'
import styles from './timeline.module.css'

/** Under the empty hours, so that they can be drawn on. */
export function EmptyNote({ view }: { readonly view: TimeView }) {
  const { t } = useTranslation('time')
  const start = useCommandRegistry((state) => state.commands.find(({ shortcut }) => shortcut === 's'))
  return (
    <div className={styles.empty}>
      <p>
        <strong>{t(view.view === 'day' ? 'empty.day' : 'empty.week')}</strong>
        {t('empty.text')}
      </p>
      <LinkButton href="/imports">{t('empty.import')}</LinkButton>
      {start && (
        <Button variant="primary" icon={CirclePlay} shortcut="s" onPress={() => start.run()}>
          {t('empty.start')}
        </Button>
      )}
    </div>
  )
}
