/** What was handled for other departments, by the department conversations name. */
import type { ServedDepartment } from '../../../../../shared/contract/moderation-figures.ts'
import type { Connection } from '../../../database/connection.ts'
import type { FigureQuestion } from './figure-conditions.ts'
import { readSums } from './figure-sums.ts'
import { readNames, sumOf, toFigures } from './figures.ts'

export function servicesOf(db: Connection, question: FigureQuestion) {
  const sums = readSums(db, { ...question, isServed: true }, 'department')
  const departments = readNames(db, 'department').flatMap(({ id, name }): ServedDepartment[] => {
    const sum = sums.get(id)
    return sum ? [{ id, name, figures: toFigures(sum, null) }] : []
  })
  return { departments, total: toFigures(sumOf(sums.values()), null) }
}
