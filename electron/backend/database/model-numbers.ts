/** Attribution models as shares name them: 0 stands for purchases on which all models agree. */
import { ATTRIBUTION_MODELS, type AttributionModel } from '../../../shared/domain/attribution.ts'

/** Named one by one: the rollup is kept by model, so that a range of months is searched within each. */
export const MODEL_NUMBERS = [0, ...ATTRIBUTION_MODELS.keys().map((index) => index + 1)].join(', ')

export function modelNumber(model: AttributionModel): number {
  return ATTRIBUTION_MODELS.indexOf(model) + 1
}
