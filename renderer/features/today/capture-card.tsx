/** What can be entered from anywhere, as buttons that show their key. */
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommandRegistry } from '../../lib/commands.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './today.module.css'

/** Beside the quick actions of the top bar. */
const alsoOffered = ['imports.chooseFiles']

export function CaptureCard() {
  const { t } = useTranslation('today')
  const commands = useCommandRegistry((state) => state.commands)
  const offered = commands.filter(
    ({ id, quickActionText }) => quickActionText !== undefined || alsoOffered.includes(id),
  )
  if (offered.length === 0) return null
  return (
    <Card title={t('capture.title')}>
      <div className={styles.tiles}>
        {offered.map((command) => (
          <Button
            key={command.id}
            icon={command.icon ?? Plus}
            onPress={command.run}
            isFullWidth
            {...(command.shortcut !== undefined && { shortcut: command.shortcut })}
          >
            {command.quickActionText ?? command.title}
          </Button>
        ))}
      </div>
    </Card>
  )
}
