/** One rule of the list: when it holds, what follows, and whether it is on. */
import { Copy, Ellipsis, Pencil, Play, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../../shared/contract/moderation-setup.ts'
import { client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Chip } from '../../../ui/chip.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Switch } from '../../../ui/switch.tsx'
import type { RuleWords } from './rule-words.ts'
import styles from './setup.module.css'

interface RuleRowProps {
  readonly rule: Rule
  /** Its place among them, from one on. */
  readonly number: number
  readonly words: RuleWords
  onEdit(): void
  onApply(): void
  onCopy(): void
}

export function RuleRow({ rule, number, words, ...actions }: RuleRowProps) {
  const { t } = useTranslation('moderationSetup')
  const change = useChange('toast')
  const { id, name, isActive } = rule
  return (
    <div className={styles.rule}>
      <span className={styles.number}>{number}</span>
      <div className={styles.ruleTexts}>
        <div className={styles.ruleTitle}>
          {name}
          {!isActive && <Chip>{t('rules.off')}</Chip>}
        </div>
        <div className={styles.ruleWhen}>{words.when(rule.conditions)}</div>
        <div className={styles.chips}>
          {words.followsOf(rule.actions).map(({ kind, text }) => (
            <Chip key={`${kind} ${text}`} tone={kind === 'topic' ? 'accent' : 'neutral'}>
              {text}
            </Chip>
          ))}
        </div>
      </div>
      <Switch
        aria-label={t('rules.active', { name })}
        isSelected={isActive}
        isReadOnly={change.isRunning}
        onChange={(isOn) =>
          void change.run(
            (commandId) => client.moderation.switchRule({ commandId, id, isActive: isOn }),
            t(isOn ? 'rules.switchedOn' : 'rules.switchedOff', { name }),
          )
        }
      >
        {null}
      </Switch>
      <RuleMenu rule={rule} {...actions} />
    </div>
  )
}

function RuleMenu({ rule, onEdit, onApply, onCopy }: Omit<RuleRowProps, 'number' | 'words'>) {
  const { t } = useTranslation('moderationSetup')
  const change = useChange('toast')
  const { id, name, isActive } = rule
  const label = t('actionsOf', { name })
  return (
    <Menu
      label={label}
      trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={label} isPending={change.isRunning} />}
      groups={[
        {
          entries: [
            { id: 'edit', label: t('edit'), icon: Pencil, onAction: onEdit },
            { id: 'copy', label: t('rules.duplicate'), icon: Copy, onAction: onCopy },
            {
              id: 'apply',
              label: t('rules.apply'),
              description: t('rules.applyHelp'),
              icon: Play,
              isDisabled: !isActive,
              onAction: onApply,
            },
            {
              id: 'remove',
              label: t('remove'),
              icon: Trash2,
              isDangerous: true,
              onAction: () =>
                void change.run((commandId) => client.moderation.removeRule({ commandId, id }), t('removed', { name })),
            },
          ],
        },
      ]}
    />
  )
}
