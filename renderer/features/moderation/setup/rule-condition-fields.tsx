/** When a rule holds. */
import { useTranslation } from 'react-i18next'
import { CONVERSATION_KINDS, SENTIMENTS } from '../../../../shared/domain/conversation.ts'
import { CONTACT_STANDINGS, MAX_RULE_WORD_LENGTH, MAX_RULE_WORDS } from '../../../../shared/domain/moderation-rule.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { RuleDraft, RuleProblems } from './rule-draft.ts'
import styles from './setup.module.css'
import type { SetupNames } from './use-setup-names.ts'

export interface RuleFieldsProps {
  readonly draft: RuleDraft
  /** Those that are to be shown by now. */
  readonly problems: RuleProblems
  readonly names: SetupNames
  onChange(changes: Partial<RuleDraft>): void
}

const ANY = 'any'
const STARS = ['1', '2', '3', '4', '5'] as const

type Conditions = RuleDraft['conditions']

interface PartProps {
  readonly conditions: Conditions
  set(changes: Partial<Conditions>): void
}

export function RuleConditionFields({ draft, problems, names, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('moderationSetup')
  const { kinds, sentiments } = conversationNames(useFormat().language)
  const { conditions } = draft
  const set = (changes: Partial<Conditions>) => onChange({ conditions: { ...conditions, ...changes } })
  return (
    <section role="group" aria-label={t('rule.conditions')} className={styles.section}>
      <h3>{t('rule.conditions')}</h3>
      <WordsField draft={draft} problem={problems.words} onChange={onChange} />
      <ChoiceChips
        label={t('rule.kinds')}
        options={CONVERSATION_KINDS.map((value) => ({ value, label: kinds[value] }))}
        selected={conditions.kinds}
        onChange={(chosen) => set({ kinds: chosen })}
      />
      <ChoiceChips
        label={t('rule.moods')}
        options={SENTIMENTS.map((value) => ({ value, label: sentiments[value] }))}
        selected={conditions.sentiments}
        onChange={(chosen) => set({ sentiments: chosen })}
      />
      <ChannelChips conditions={conditions} set={set} channels={names.channels} />
      <p className={styles.help}>{t('rule.anyHelp')}</p>
      <SideFields conditions={conditions} set={set} problem={problems.stars} />
    </section>
  )
}

interface WordsFieldProps extends Pick<RuleFieldsProps, 'draft' | 'onChange'> {
  readonly problem: RuleProblems['words']
}

function WordsField({ draft, problem, onChange }: WordsFieldProps) {
  const { t } = useTranslation('moderationSetup')
  const count = problem === 'longWord' ? MAX_RULE_WORD_LENGTH : MAX_RULE_WORDS
  return (
    <TextField
      label={t('rule.words')}
      description={t('rule.wordsHelp')}
      placeholder={t('rule.wordsPlaceholder')}
      autoComplete="off"
      maxLength={(MAX_RULE_WORD_LENGTH + 2) * MAX_RULE_WORDS}
      value={draft.words}
      onChange={(words) => onChange({ words })}
      errorMessage={problem && t(`rule.problems.${problem}`, { count })}
    />
  )
}

/** Archived and deleted channels are shown only where they are chosen. */
function ChannelChips({ conditions, set, channels }: PartProps & Pick<SetupNames, 'channels'>) {
  const { t } = useTranslation('moderationSetup')
  const { channelIds } = conditions
  const offered = channels.filter(({ id, isArchived }) => !isArchived || channelIds.includes(id))
  const gone = channelIds.filter((id) => !channels.some((channel) => channel.id === id))
  if (offered.length + gone.length === 0) return null
  return (
    <ChoiceChips
      label={t('rule.channels')}
      options={[
        ...offered.map(({ id, name, network }) => ({
          value: String(id),
          label: name,
          mark: <Dot network={network} />,
        })),
        ...gone.map((id) => ({ value: String(id), label: t('rules.goneChannel') })),
      ]}
      selected={channelIds.map(String)}
      onChange={(chosen) => set({ channelIds: chosen.map(Number) })}
    />
  )
}

/** How many stars it has, and who wrote it. */
function SideFields({ conditions, set, problem }: PartProps & { readonly problem: RuleProblems['stars'] }) {
  const { t } = useTranslation('moderationSetup')
  return (
    <div className={styles.trio}>
      <StarsSelect
        label={t('rule.minStars')}
        value={conditions.minStars}
        onChange={(minStars) => set({ minStars })}
        errorMessage={problem && t(`rule.problems.${problem}`)}
      />
      <StarsSelect label={t('rule.maxStars')} value={conditions.maxStars} onChange={(maxStars) => set({ maxStars })} />
      <Select
        label={t('rule.contact')}
        value={conditions.contact}
        onChange={(contact) => set({ contact })}
        options={([ANY, ...CONTACT_STANDINGS] as const).map((value) => ({
          value,
          label: t(`rule.contacts.${value}`),
        }))}
      />
    </div>
  )
}

interface StarsSelectProps {
  readonly label: string
  readonly value: number | null
  readonly errorMessage?: string | undefined
  onChange(stars: number | null): void
}

function StarsSelect({ label, value, errorMessage, onChange }: StarsSelectProps) {
  const { t } = useTranslation('moderationSetup')
  return (
    <Select
      label={label}
      value={value === null ? ANY : String(value)}
      onChange={(chosen) => onChange(chosen === ANY ? null : Number(chosen))}
      options={[
        { value: ANY, label: t('rule.anyStars') },
        ...STARS.map((stars) => ({ value: stars, label: t('stars', { count: Number(stars) }) })),
      ]}
      errorMessage={errorMessage}
    />
  )
}
