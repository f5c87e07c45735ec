/** Edits a rule beside what it would do to what is open. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleInput } from '../../../../shared/contract/moderation-setup.ts'
import { api, client } from '../../../lib/api.ts'
import { useKeptDraft } from '../../../lib/kept-drafts.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { RuleActionFields } from './rule-action-fields.tsx'
import { RuleConditionFields } from './rule-condition-fields.tsx'
import { canPreview, draftOf, inputOf, problemsOf, type RuleDraft } from './rule-draft.ts'
import { RulePreview } from './rule-preview.tsx'
import styles from './setup.module.css'
import { useSetupNames } from './use-setup-names.ts'

interface RuleDialogProps {
  /** Null: a new one. */
  readonly id: number | null
  /** What it begins with; null: with nothing. */
  readonly rule: RuleInput | null
  /** What is entered outlives the dialog, under this name. */
  readonly keptAs: string
  onClose(): void
}

const PAUSE_MS = 250

/** The preview of the draft as it was when typing paused. */
function usePreview(id: number | null, draft: RuleDraft) {
  const text = JSON.stringify({ ...inputOf(draft), name: '–' })
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const isAskable = canPreview(problemsOf(draft))
  const rule = JSON.parse(asked) as RuleInput
  return useQuery(
    api.moderation.previewRule.queryOptions({
      input: { id, rule },
      enabled: isAskable || asked !== text,
      placeholderData: keepPreviousData,
    }),
  )
}

function useRuleForm({ id, rule, keptAs, onClose }: RuleDialogProps) {
  const { t } = useTranslation('moderationSetup')
  const kept = useKeptDraft(keptAs, draftOf(rule))
  const { draft } = kept
  const [isApplying, setIsApplying] = useState(false)
  const [isChecked, setIsChecked] = useState(false)
  const name = draft.name.trim()
  const options = { done: t(id === null ? 'rule.added' : 'rule.changed', { name }), errors: 'caller' } as const
  const add = useCommand(client.moderation.addRule, options)
  const update = useCommand(client.moderation.updateRule, options)
  const remove = useCommand(client.moderation.removeRule, { done: t('removed', { name: rule?.name ?? '' }) })
  const command = id === null ? add : update
  const problems = problemsOf(draft)

  async function save(canApply: boolean) {
    setIsChecked(true)
    if (Object.keys(problems).length > 0) return
    const input = { rule: inputOf(draft), applyToOpen: isApplying && canApply }
    const done = id === null ? await add.run(input) : await update.run({ id, ...input })
    if (!done) return
    onClose()
    kept.forget()
  }
  return {
    kept,
    draft,
    change: (changes: Partial<RuleDraft>) => {
      command.clearError()
      kept.change(changes)
    },
    /** Words and stars are said at once: without them there is nothing to preview. */
    problems: isChecked
      ? problems
      : { ...(problems.words && { words: problems.words }), ...(problems.stars && { stars: problems.stars }) },
    isApplying,
    setIsApplying,
    error: command.error,
    isSaving: command.isRunning,
    save,
    removal:
      id === null
        ? undefined
        : {
            isRunning: remove.isRunning,
            run: async () => {
              if (!(await remove.run({ id }))) return
              onClose()
              kept.forget()
            },
          },
  }
}

export function RuleDialog(props: RuleDialogProps) {
  const { t } = useTranslation('moderationSetup')
  const format = useFormat()
  const form = useRuleForm(props)
  const { draft, change, problems } = form
  const preview = usePreview(props.id, draft)
  const names = useSetupNames()
  const changing = preview.data?.changing ?? 0
  const canApply = changing > 0 && draft.isActive
  const fields = { draft, problems, names, onChange: change }
  return (
    <RecordDialog
      size="xl"
      title={props.id === null ? t('rule.titleNew') : t('rule.titleEdit', { name: props.rule?.name ?? '' })}
      error={form.error}
      isSaving={form.isSaving}
      saveLabel={t(form.isApplying && canApply ? 'rule.saveAndApply' : 'rule.save')}
      onSave={() => form.save(canApply)}
      removal={form.removal}
      kept={form.kept}
      onClose={props.onClose}
    >
      <div className={styles.editor}>
        <div className={styles.form}>
          <TextField
            autoFocus
            isRequired
            label={t('rule.name')}
            placeholder={t('rule.namePlaceholder')}
            maxLength={200}
            value={draft.name}
            onChange={(name) => change({ name })}
            errorMessage={problems.name && t('required')}
          />
          <RuleConditionFields {...fields} />
          <RuleActionFields {...fields} />
          <Checkbox isSelected={draft.isActive} onChange={(isActive) => change({ isActive })}>
            {t('rule.isActive')}
          </Checkbox>
        </div>
        <div className={styles.beside}>
          <RulePreview preview={preview.data} isFailed={preview.isError} />
          {canApply && (
            <Checkbox isSelected={form.isApplying} onChange={form.setIsApplying}>
              {t('rule.applyToOpen', { count: changing, formatted: format.number(changing) })}
            </Checkbox>
          )}
        </div>
      </div>
    </RecordDialog>
  )
}
