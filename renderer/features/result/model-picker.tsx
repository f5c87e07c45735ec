import { Check, GitBranch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { ATTRIBUTION_MODELS, type AttributionModel } from '../../../shared/domain/attribution.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import overlay from '../../ui/overlay.module.css'
import { Popover } from '../../ui/popover.tsx'
import styles from './result.module.css'
import type { ResultView } from './use-result.ts'

export interface ModelPickerProps {
  readonly model: AttributionModel
  readonly view: ResultView | undefined
  onChange(model: AttributionModel): void
}

/** How a purchase is divided among its touches, each way in one line. */
export function ModelPicker({ model, view, onChange }: ModelPickerProps) {
  const { t } = useTranslation('result')
  return (
    <Popover
      label={t('models.label')}
      placement="bottom end"
      trigger={
        <Button icon={GitBranch} aria-label={`${t('models.label')}: ${t(`models.${model}`)}`}>
          {t(`models.${model}`)}
        </Button>
      }
    >
      {(close) => (
        <div className={styles.models}>
          <ListBox
            aria-label={t('models.label')}
            className={cx(styles.modelList)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            selectionMode="single"
            selectedKeys={[model]}
            // Choosing what is chosen already only closes.
            onSelectionChange={(keys) => {
              const [key] = [...keys]
              const next = ATTRIBUTION_MODELS.find((name) => name === key)
              if (next) onChange(next)
              close()
            }}
          >
            {ATTRIBUTION_MODELS.map((name) => (
              <ListBoxItem key={name} id={name} textValue={t(`models.${name}`)} className={cx(overlay.item)}>
                <span className={overlay.itemText}>
                  {t(`models.${name}`)}
                  <small>{t(`modelHelp.${name}`)}</small>
                </span>
                {name === model && <Check size={14} className={overlay.check} aria-hidden />}
              </ListBoxItem>
            ))}
          </ListBox>
          {view && <Agreement view={view} />}
        </div>
      )}
    </Popover>
  )
}

/** Where purchases have one touch the models agree by construction; a consensus then proves nothing. */
function Agreement({ view: { summary, confidence } }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { touchedOrders, singleTouchOrders } = summary.coverage
  if (touchedOrders === 0) return null
  const results = new Set(confidence.byModel.map(({ resultCents }) => resultCents))
  const text =
    singleTouchOrders === touchedOrders
      ? t('modelsAgree.single')
      : results.size === 1
        ? t('modelsAgree.same')
        : t('modelsAgree.differ', { share: format.percent(singleTouchOrders / touchedOrders) })
  return <p className={styles.modelNote}>{text}</p>
}
