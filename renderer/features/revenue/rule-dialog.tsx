import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OriginRule, RuleTarget } from '../../../shared/contract/origin-rules.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { PlaceSelect } from './place-select.tsx'
import type { Place } from './touch-draft.ts'

type Meaning = Place | 'noTouch'

function placeOf(target: RuleTarget): Meaning {
  if (target.kind === 'channel') return target.channelId
  return target.kind === 'none' ? 'social' : target.kind
}

function targetOf(place: Meaning): RuleTarget {
  if (typeof place === 'number') return { kind: 'channel', channelId: place }
  return { kind: place === 'social' ? 'none' : place }
}

/** Changes what a word means, for what is imported already too. */
export function RuleDialog({ rule, onClose }: { readonly rule: OriginRule; onClose(): void }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const { source, value } = rule
  const [place, setPlace] = useState<Meaning>(() => placeOf(rule.target))
  const command = useCommand(client.imports.remap, { done: t('rules.changed', { value }), errors: 'caller' })
  const isChanged = place !== placeOf(rule.target)

  async function save() {
    if (!isChanged) return onClose()
    if (await command.run({ mapping: { source, value, target: targetOf(place) } })) onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={t('rules.edit', { value })}
      error={command.error}
      isSaving={command.isRunning}
      isSaveDisabled={!isChanged}
      onSave={save}
      onClose={onClose}
    >
      <PlaceSelect
        label={t('rules.target')}
        value={place}
        more={[{ value: 'noTouch', label: t('rules.noTouch') }]}
        onChange={setPlace}
      />
      <p role="status">
        {isChanged
          ? t('rules.effect', { count: rule.purchases, net: format.money(rule.netCents) })
          : t('rules.unchanged')}
      </p>
    </RecordDialog>
  )
}
