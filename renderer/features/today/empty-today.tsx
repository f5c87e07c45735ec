/** The first screen of an empty ledger: what belongs here, and the two ways to it. */
import { Clock, FileDown, FlaskConical, Megaphone, ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
import { useCommandRegistry } from '../../lib/commands.ts'
import { useLedgerSwitch } from '../../lib/use-ledger-switch.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DropArea } from '../../ui/drop-zone.tsx'
import styles from './today.module.css'

const steps = [
  { id: 'time', icon: Clock },
  { id: 'ads', icon: Megaphone },
  { id: 'orders', icon: ShoppingBag },
] as const

export function EmptyToday() {
  const { t } = useTranslation('today')
  const { openSample, isSwitching } = useLedgerSwitch()
  const choose = useCommandRegistry((state) => state.commands.find(({ id }) => id === 'imports.chooseFiles'))
  return (
    <Card>
      <div className={styles.empty}>
        <h2 className={styles.emptyTitle}>{t('empty.title')}</h2>
        <p className={styles.emptyText}>{t('empty.text')}</p>
        <ul className={styles.steps}>
          {steps.map(({ id, icon: Icon }) => (
            <li key={id}>
              <Icon size={18} aria-hidden />
              <b>{t(`empty.step.${id}.title`)}</b>
              <span>{t(`empty.step.${id}.text`)}</span>
            </li>
          ))}
        </ul>
        <DropArea>
          <div className={styles.emptyActions}>
            <Button
              variant="primary"
              size="l"
              icon={FileDown}
              onPress={() => (choose ? choose.run() : navigate('/imports'))}
            >
              {t('empty.choose')}
            </Button>
            <Button size="l" icon={FlaskConical} isPending={isSwitching} onPress={() => void openSample()}>
              {t('empty.sample')}
            </Button>
          </div>
          <p className={styles.remark}>{t('empty.sampleHelp')}</p>
        </DropArea>
      </div>
    </Card>
  )
}
