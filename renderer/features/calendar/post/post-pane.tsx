export interface PostPaneProps {
  readonly postId: number
  /** Null: the first. */
  readonly variantId: number | null
  onVariant(variantId: number): void
  onClose(): void
}

export function PostPane({ postId }: PostPaneProps) {
  return <span>{postId}</span>
}
