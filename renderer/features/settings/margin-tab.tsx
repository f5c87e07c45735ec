/** What is left of revenue, and how long a touch counts. */
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { client } from '../../lib/api.ts'
import { offerUndo } from '../../lib/undo-actions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Stack } from '../../ui/page.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import { Aside, Figure, Sentence } from '../../ui/sentence.tsx'
import { readTotals } from './effect.ts'
import { QueryFrame } from '../../ui/query-frame.tsx'
import styles from './settings.module.css'
import { useDraft } from './use-draft.ts'
import { useChange } from '../../lib/use-change.ts'
import { useLedgerSettings } from './use-settings.ts'
import { WindowCard } from './window-card.tsx'

const EXAMPLES = ['goods', 'shipping', 'service', 'fee'] as const

export function MarginTab() {
  const settings = useLedgerSettings()
  return (
    <QueryFrame query={settings}>
      {(data) => (
        <div className={styles.column}>
          <MarginCard settings={data} />
          <WindowCard days={data.attributionWindowDays} />
        </div>
      )}
    </QueryFrame>
  )
}

/** Saves the margin and says what it did to the contribution, once both sums are known. */
function useSaveMargin() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const change = useChange()

  async function save(marginBasisPoints: number | null): Promise<boolean> {
    const before = await readTotals()
    const label =
      marginBasisPoints === null
        ? t('saved.marginRemoved')
        : t('saved.margin', { value: format.basisPoints(marginBasisPoints) })
    const receipt = await change.run(
      (commandId) => client.settings.update({ commandId, patch: { marginBasisPoints } }),
      label,
      true,
    )
    if (receipt === null) return false
    const after = await readTotals()
    offerUndo(receipt.commandId, label, {
      description: describeEffect(before?.contributionCents, after?.contributionCents),
    })
    return true
  }

  function describeEffect(before: number | null | undefined, after: number | null | undefined): string | undefined {
    if (after === null || after === undefined) return undefined
    if (before === null || before === undefined) {
      return t('saved.marginFirstEffect', { after: format.moneyRounded(after) })
    }
    return before === after
      ? undefined
      : t('saved.marginEffect', { before: format.moneyRounded(before), after: format.moneyRounded(after) })
  }

  return { save, error: change.error }
}

function MarginCard({ settings }: { readonly settings: LedgerSettings }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [isReadable, setIsReadable] = useState(true)
  const { save, error } = useSaveMargin()
  const draft = useDraft(settings.marginBasisPoints, save)
  const rest = draft.value === null ? null : format.money(draft.value)
  const commit = () => {
    if (isReadable) void draft.commit()
  }
  return (
    <Card title={t('margin.title')}>
      <Stack>
        <p className={styles.lead}>{t('margin.question')}</p>
        <PercentField
          label={t('margin.label')}
          description={t('margin.help')}
          width="medium"
          value={draft.value}
          onChange={draft.change}
          onValidityChange={setIsReadable}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
          errorMessage={error?.title}
        />
        <Sentence size="s">
          {rest === null ? (
            <Trans t={t} i18nKey="margin.sentenceUnknown" components={{ aside: <Aside>.</Aside> }} />
          ) : (
            <Trans
              t={t}
              i18nKey="margin.sentence"
              values={{ rest }}
              components={{ figure: <Figure tone="return">.</Figure>, aside: <Aside>.</Aside> }}
            />
          )}
        </Sentence>
        <div>
          <h3 className={styles.heading}>{t('margin.examples')}</h3>
          <KeyValues
            items={EXAMPLES.map((example) => ({
              label: t(`margin.example.${example}.label`),
              value: t(`margin.example.${example}.value`),
            }))}
          />
        </div>
      </Stack>
    </Card>
  )
}
