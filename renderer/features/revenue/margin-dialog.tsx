import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Margins } from '../../../shared/contract/revenue.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'

export interface MarginTarget {
  readonly of: { readonly source: string } | { readonly product: string }
  readonly name: string
  readonly row: Margins['sources'][number]
}

/** Sets the margin of a source or a product, and says what it holds for. */
export function MarginDialog({ target, onClose }: { readonly target: MarginTarget; onClose(): void }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const { of, name, row } = target
  const [basisPoints, setBasisPoints] = useState(row.ownBasisPoints)
  const [isReadable, setIsReadable] = useState(true)
  const command = useCommand(client.revenue.setMargin, { done: t('margins.changed', { name }), errors: 'caller' })

  async function save(next: number | null) {
    if (await command.run({ of, basisPoints: next })) onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={t('margins.edit', { name })}
      error={command.error}
      isSaving={command.isRunning}
      isSaveDisabled={basisPoints === null}
      onSave={async () => {
        if (isReadable && basisPoints !== null) await save(basisPoints)
      }}
      extra={row.ownBasisPoints !== null && <Button onPress={() => void save(null)}>{t('margins.reset')}</Button>}
      onClose={onClose}
    >
      <PercentField
        label={t('margins.field')}
        value={basisPoints}
        onChange={setBasisPoints}
        onValidityChange={setIsReadable}
        description={t('margins.fieldHelp')}
        // The dialog opens to type into.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <p>{t('margins.effect', { count: row.purchases, net: format.money(row.netCents) })}</p>
    </RecordDialog>
  )
}
