import { focusReply } from './focus.ts'
import { setWriting } from './reply-drafts.ts'

/** The field may have to unfold first. */
export function startReply(id: number): void {
  setWriting(id)
  if (!focusReply()) requestAnimationFrame(focusReply)
}
