import { expected } from '../../database/expected.ts'
import { procedures } from '../../implement.ts'

const { time } = procedures

export const projectProcedures = {
  projects: time.projects.handler(() => {
    throw expected('not_found', { what: 'projects' })
  }),
  addProject: time.addProject.handler(() => {
    throw expected('not_found', { what: 'addProject' })
  }),
  updateProject: time.updateProject.handler(() => {
    throw expected('not_found', { what: 'updateProject' })
  }),
  removeProject: time.removeProject.handler(() => {
    throw expected('not_found', { what: 'removeProject' })
  }),
}
