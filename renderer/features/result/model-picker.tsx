import { GitBranch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ATTRIBUTION_MODELS, type AttributionModel } from '../../../shared/domain/attribution.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { ChoiceList } from './choice-list.tsx'
import { useAgreement } from './agreement.ts'
import styles from './switches.module.css'
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
        <div className={styles.sheet}>
          <ChoiceList
            label={t('models.label')}
            value={model}
            choices={ATTRIBUTION_MODELS.map((value) => ({
              value,
              label: t(`models.${value}`),
              help: t(`modelHelp.${value}`),
            }))}
            onChoose={(next) => {
              onChange(next)
              close()
            }}
          />
          {view && <Agreement view={view} />}
        </div>
      )}
    </Popover>
  )
}

function Agreement({ view }: { readonly view: ResultView }) {
  const text = useAgreement(view)
  return text === null ? null : <p className={styles.note}>{text}</p>
}
