/** What a variant says, counted as its network counts. */
import { useTranslation } from 'react-i18next'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { FollowersCounts } from './followers-counts.tsx'
import { isTooLong } from './post-draft.ts'
import { useVariantDraft } from './post-saving.ts'
import styles from './post.module.css'
import { useTextCount } from './text-count.ts'
import { TextProblems } from './text-problems.tsx'
import { isAlone, type ThisPost, useThisPost } from './this-post.ts'
import { MasterTimeField, VariantFields } from './variant-fields.tsx'
import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'

export interface TextPanelProps {
  onMaster(): void
}

export function TextPanel({ onMaster }: TextPanelProps) {
  const post = useThisPost()
  const { variant } = post
  return (
    <div className={styles.panel}>
      {variant === null ? (
        <MasterText post={post} />
      ) : (
        <VariantText post={post} variant={variant} onMaster={onMaster} />
      )}
    </div>
  )
}

const ROWS = 4

function MasterText({ post: { draft, typing } }: { readonly post: ThisPost }) {
  const { t } = useTranslation('post')
  return (
    <>
      <TextArea
        label={t('text.master')}
        rows={ROWS}
        value={draft.text}
        onChange={(text) => typing.post({ text }, 'pause')}
        errorMessage={isTooLong(draft.text) ? t('problems.tooLong') : undefined}
      />
      <FollowersCounts />
      <MasterTimeField />
    </>
  )
}

interface VariantTextProps extends TextPanelProps {
  readonly post: ThisPost
  readonly variant: VariantDetail
}

function VariantText({ post, variant, onMaster }: VariantTextProps) {
  const { t } = useTranslation('post')
  const { detail, draft, typing } = post
  const own = useVariantDraft(variant)
  const text = own.text ?? draft.text
  const isMaster = isAlone(post) && own.text === null
  const count = useTextCount({ variant, own, draft })
  return (
    <>
      <div className={styles.textField}>
        <span className={styles.count} data-over={count.isOver || undefined}>
          {count.text}
        </span>
        <TextArea
          label={t('text.label')}
          rows={ROWS}
          value={text}
          onChange={(next) =>
            isMaster ? typing.post({ text: next }, 'pause') : typing.variant(variant.id, { text: next }, 'pause')
          }
          errorMessage={isTooLong(text) ? t('problems.tooLong') : undefined}
        />
      </div>
      {!isMaster && (
        <p className={styles.follows}>
          {own.text === null ? t('text.follows') : t('text.own')}{' '}
          {own.text !== null && (
            <TextLink
              onPress={() => {
                typing.variant(variant.id, { text: null })
                void typing.keep()
              }}
            >
              {t('text.followAgain')}
            </TextLink>
          )}
          {own.text === null && detail.variants.length > 1 && (
            <TextLink onPress={onMaster}>{t('text.editMaster')}</TextLink>
          )}
        </p>
      )}
      <TextProblems variant={variant} problems={count.problems} />
      <VariantFields variant={variant} />
    </>
  )
}
