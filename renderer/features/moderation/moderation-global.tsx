/** What the moderation log offers on every screen. */
export function ModerationGlobal() {
  return null
}
