/** What follows where a rule holds. */
import { useTranslation } from 'react-i18next'
import { PRIORITIES, type Priority } from '../../../../shared/domain/conversation.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { FieldProblem } from '../../../ui/field-problem.tsx'
import { NamedSelect } from '../../../ui/record-selects.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { RuleFieldsProps } from './rule-condition-fields.tsx'
import type { RuleDraft } from './rule-draft.ts'
import styles from './setup.module.css'

const NONE = 'none'
type Target = RuleDraft['actions']['escalateTo']

export function RuleActionFields({ draft, problems, names, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('moderationSetup')
  const { priorities } = conversationNames(useFormat().language)
  const { actions } = draft
  const set = (changes: Partial<RuleDraft['actions']>) => onChange({ actions: { ...actions, ...changes } })
  const topics = names.topics.filter(({ id, isArchived }) => !isArchived || actions.topicIds.includes(id))
  return (
    <section role="group" aria-label={t('rule.actions')} className={styles.section}>
      <h3>{t('rule.actions')}</h3>
      {topics.length === 0 ? (
        <p className={styles.help}>{t('rule.noTopics')}</p>
      ) : (
        <ChoiceChips
          label={t('rule.topics')}
          options={topics.map(({ id, name }) => ({ value: String(id), label: name }))}
          selected={actions.topicIds.map(String)}
          onChange={(chosen) => set({ topicIds: chosen.map(Number) })}
        />
      )}
      <div className={styles.pair}>
        <Select<Priority | typeof NONE>
          label={t('rule.priority')}
          value={actions.priority ?? NONE}
          onChange={(chosen) => set({ priority: chosen === NONE ? null : chosen })}
          options={[
            { value: NONE, label: t('rule.keepPriority') },
            ...PRIORITIES.map((value) => ({ value, label: priorities[value] })),
          ]}
        />
        <NamedSelect
          label={t('rule.snippet')}
          noneLabel={t('rule.noSnippet')}
          options={names.snippets}
          value={actions.snippetId}
          onChange={(snippetId) => set({ snippetId })}
        />
        <TargetSelect names={names} value={actions.escalateTo} onChange={(escalateTo) => set({ escalateTo })} />
        {actions.escalateTo !== null && (
          <TextField
            label={t('rule.within')}
            description={t('rule.withinHelp')}
            maxLength={20}
            autoComplete="off"
            value={draft.within}
            onChange={(within) => onChange({ within })}
            errorMessage={problems.within && t(`targets.${problems.within}`)}
          />
        )}
      </div>
      <Checkbox isSelected={actions.stop} onChange={(stop) => set({ stop })}>
        {t('rule.stop')}
      </Checkbox>
      <FieldProblem text={problems.actions && t(`rule.problems.${problems.actions}`)} />
    </section>
  )
}

interface TargetSelectProps extends Pick<RuleFieldsProps, 'names'> {
  readonly value: Target
  onChange(target: Target): void
}

function TargetSelect({ names, value, onChange }: TargetSelectProps) {
  const { t } = useTranslation('moderationSetup')
  return (
    <Select
      label={t('rule.escalate')}
      value={keyOf(value)}
      onChange={(key) => onChange(targetOf(key))}
      options={[
        { value: NONE, label: t('rule.nobody') },
        ...names.departments.map(({ id, name }) => ({
          value: `department ${id}`,
          label: name,
          description: t('rule.department'),
        })),
        ...names.people.map(({ id, name }) => ({ value: `person ${id}`, label: name, description: t('rule.person') })),
      ]}
    />
  )
}

function keyOf(target: Target): string {
  if (target === null) return NONE
  return 'personId' in target ? `person ${target.personId}` : `department ${target.departmentId}`
}

function targetOf(key: string): Target {
  const [kind, id] = key.split(' ')
  if (id === undefined) return null
  return kind === 'person' ? { personId: Number(id) } : { departmentId: Number(id) }
}
