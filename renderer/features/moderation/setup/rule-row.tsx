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
import { useApplyRules } from './use-apply-rules.ts'

interface RuleRowProps {
  readonly rule: Rule
  /** Its place among them, from one on. */
  readonly number: number
  readonly words: RuleWords
  onEdit(): void
  onCopy(): void
}

export function RuleRow({ rule, number, words, onEdit, onCopy }: RuleRowProps) {
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
      <RuleMenu rule={rule} onEdit={onEdit} onCopy={onCopy} />
    </div>
  )
}

function RuleMenu({ rule, onEdit, onCopy }: Pick<RuleRowProps, 'rule' | 'onEdit' | 'onCopy'>) {
  const { t } = useTranslation('moderationSetup')
  const change = useChange('toast')
  const { id, name, isActive } = rule
  const apply = useApplyRules(name)
  const label = t('actionsOf', { name })
  return (
    <Menu
      label={label}
      trigger={
        <IconButton
          size="s"
          variant="quiet"
          icon={Ellipsis}
          label={label}
          isPending={change.isRunning || apply.isRunning}
        />
      }
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
              onAction: () => void apply.run(id),
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
