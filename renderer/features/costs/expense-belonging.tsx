import { useTranslation } from 'react-i18next'
import { BelongingFields } from '../../ui/belonging-fields.tsx'
import styles from '../../ui/list-view.module.css'
import { Switch } from '../../ui/switch.tsx'
import type { ExpenseDraft } from './expense-draft.ts'

interface ExpenseBelongingProps {
  readonly draft: ExpenseDraft
  onChange(changes: Partial<ExpenseDraft>): void
}

/** What the expense is charged to, and whether that is social media. */
export function ExpenseBelonging({ draft, onChange }: ExpenseBelongingProps) {
  const { t } = useTranslation('costs')
  return (
    <>
      <div className={styles.fields}>
        <BelongingFields
          value={draft}
          texts={{
            channel: t('expense.channel'),
            noChannel: t('expense.noChannel'),
            client: t('expense.client'),
            noClient: t('expense.noClient'),
            department: t('expense.department'),
            noDepartment: t('expense.noDepartment'),
            post: t('expense.post'),
          }}
          onChange={onChange}
          onChoosePost={(post) => {
            if (post && draft.channelId === null) onChange({ postId: post.id, channelId: post.channelId })
          }}
        />
      </div>
      <Switch
        isSelected={draft.scope === 'social'}
        onChange={(isSocial) => onChange({ scope: isSocial ? 'social' : 'other' })}
        description={t('expense.isSocialHelp')}
      >
        {t('expense.isSocial')}
      </Switch>
    </>
  )
}
