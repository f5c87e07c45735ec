import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { linesAddress, purchasesAddress } from '../../lib/ledger-address.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import type { Drill } from './drill.ts'
import { DrillLines } from './drill-lines.tsx'
import { DrillParts } from './drill-parts.tsx'
import { DrillPurchases } from './drill-purchases.tsx'
import { useDrills } from './drill-store.ts'

/** The rows behind the figure that was clicked, beside the page. */
export function DrillSheet() {
  const { t } = useTranslation('result')
  const { stack, back, close } = useDrills()
  const drill = stack.at(-1)
  const address = drill && addressOf(drill)
  return (
    <Dialog
      kind="sheet"
      size="l"
      isOpen={drill !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
      title={drill ? t('drill.rows', { name: drill.name, measure: t(`drill.measures.${drill.measure}`) }) : ''}
      {...((stack.length > 1 || address !== undefined) && {
        footer: (
          <>
            {stack.length > 1 && (
              <span data-start>
                <Button icon={ArrowLeft} onPress={back}>
                  {t('drill.back')}
                </Button>
              </span>
            )}
            {address !== undefined && (
              <LinkButton href={address} onPress={close}>
                {t('drill.openLedger')}
              </LinkButton>
            )}
          </>
        ),
      })}
    >
      {drill?.kind === 'lines' && <DrillLines drill={drill} />}
      {drill?.kind === 'purchases' && <DrillPurchases drill={drill} />}
      {drill?.kind === 'parts' && <DrillParts drill={drill} />}
    </Dialog>
  )
}

function addressOf(drill: Drill): string | undefined {
  if (drill.kind === 'lines') return linesAddress(drill.filter)
  if (drill.kind === 'purchases') return purchasesAddress(drill.filter)
  return undefined
}
